import { filingStates, stateNames } from '../../../core/workflow/transition.js'
import type { ListFilter } from '../../lists/use-filter.js'
import { words } from '../words.zh.js'

type Props = Readonly<{
  counts: Readonly<Record<string, number>>
  notBegun: number
  filter: ListFilter
}>

/** How many there are in each state; each number opens the list behind it. */
export function Counts({ counts, notBegun, filter }: Props) {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const state = filter.get('state')
  const isNotBegun = filter.get('show') === 'notBegun'
  return (
    <nav aria-label={words.byState} className="counts">
      <Count
        count={total}
        isChosen={state === undefined && !isNotBegun}
        name={words.all}
        open={() => filter.set({ state: undefined, show: undefined })}
      />
      {filingStates.map((one) => (
        <Count
          count={counts[one] ?? 0}
          isChosen={state === one && !isNotBegun}
          key={one}
          name={words[one]}
          open={() => filter.set({ state: one, show: undefined })}
          says={stateNames[one]}
        />
      ))}
      <Count
        count={notBegun}
        isChosen={isNotBegun}
        name={words.notBegun}
        open={() => filter.set({ show: 'notBegun', state: undefined })}
      />
    </nav>
  )
}

type CountProps = Readonly<{
  name: string
  count: number
  isChosen: boolean
  open: () => void
  says?: string
}>

function Count({ name, count, isChosen, open, says }: CountProps) {
  return (
    <button aria-pressed={isChosen} onClick={open} title={says} type="button">
      <strong>{count.toLocaleString('zh-CN')}</strong>
      <span>{name}</span>
    </button>
  )
}
