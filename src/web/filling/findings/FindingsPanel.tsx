import type { Law } from '../../../core/law/law.js'
import type { EngineChecked } from '../../engine/engine-messages.js'
import type { FilingWhole } from '../../opening/filing-whole.js'
import { printedForms, titleOfForm } from '../desk/printed-forms.js'
import type { PageCommands } from '../desk/use-page-commands.js'
import { words } from '../words.zh.js'
import { FindingItem } from './FindingItem.js'
import { type FindingGroup, findingId } from './group-findings.js'

type Props = Readonly<{
  groups: readonly FindingGroup[]
  checked: EngineChecked
  laws: readonly Law[]
  page: PageCommands
  whole: FilingWhole
}>

/** What the engine says of the filing, by form, the worst first. */
export function FindingsPanel({ groups, checked, laws, page, whole }: Props) {
  const { violated, cannotCheck } = checked.counts
  const titles = new Map(printedForms(checked).map((one) => [one.content.id, titleOfForm(one.printed)]))
  return (
    <section aria-busy={!checked.isWhole} aria-labelledby="findings" className="findings">
      <h2 id="findings">{groups.length === 0 ? words.findings : words.violated(violated)}</h2>
      {groups.length === 0 ? <p>{words.nothingFound}</p> : null}
      {groups.map(({ id, findings }) => (
        <div key={id}>
          <h3>{titles.get(id) ?? words.inReport}</h3>
          <ul>
            {findings.map((answered) => (
              <FindingItem
                answered={answered}
                isChosen={findingId(answered.finding) === page.finding}
                key={findingId(answered.finding)}
                laws={laws}
                page={page}
                whole={whole}
              />
            ))}
          </ul>
        </div>
      ))}
      {cannotCheck === 0 ? null : <p className="findings-rest">{words.cannotCheck(cannotCheck)}</p>}
    </section>
  )
}
