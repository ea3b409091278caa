import { findForm } from '../../../core/editing/cell-key.js'
import type { CellKey } from '../../../core/editing/content.js'
import type { EngineChecked } from '../../engine/engine-messages.js'
import type { PackSet } from '../../opening/filing-whole.js'
import { Button } from '../../shell/Button.js'
import { explainCell } from '../beside/explain-cell.js'
import { words } from '../words.zh.js'
import type { PageCommands } from './use-page-commands.js'

type Props = Readonly<{
  chosen: CellKey | undefined
  checked: EngineChecked
  packSet: PackSet
  page: PageCommands
}>

/** 说明此格: opened by F1, closed by F1 again. */
export function CellPanel({ chosen, checked, packSet, page }: Props) {
  if (!page.isExplaining || chosen === undefined) return null
  const form = findForm(checked.content, chosen.slice(0, chosen.indexOf('/')))
  const pack = packSet.packs.find(({ id }) => id === form?.pack)
  const explanation = pack && explainCell(chosen, { pack, checked, laws: packSet.laws })
  if (explanation === undefined) return null
  return (
    <section aria-label={words.explain} aria-live="polite" className="cell-panel">
      <h2>{page.nameOf(chosen)}</h2>
      <p>{explanation.computed ?? explanation.write}</p>
      {explanation.checks.length === 0 ? null : (
        <>
          <h3>{words.checks}</h3>
          <ul>
            {explanation.checks.map(({ title, basis }) => (
              <li key={title}>
                {title}
                <small>{basis.join('；')}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button onClick={() => page.setExplaining(false)} small>
        {words.closeExplanation}
      </Button>
    </section>
  )
}
