import { hasUnused } from '../../../core/paper/print-form.js'
import type { OpenedFiling } from '../../opening/OpenFiling.js'
import { words } from '../words.zh.js'

type Props = Pick<OpenedFiling, 'whole' | 'packSet' | 'checked' | 'showUnused' | 'setShowUnused'>

/** 显示没有用到的栏: to type into rows and columns that are printed only when something stands in them. */
export function UnusedToggle({ whole, packSet, checked, showUnused, setShowUnused }: Props) {
  const own = packSet.packs.filter(({ id }) => checked.content.forms.some(({ pack }) => pack === id))
  if (!whole.filing.actions.includes('edit') || !own.some(hasUnused)) return null
  return (
    <label className="unused-toggle">
      <input checked={showUnused} onChange={({ target }) => setShowUnused(target.checked)} type="checkbox" />{' '}
      {words.showUnused}
    </label>
  )
}
