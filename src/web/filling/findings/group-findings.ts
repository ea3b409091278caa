import type { CellFinding } from '../../../core/editing/checked-content.js'
import type { FilingContent } from '../../../core/editing/content.js'
import type { Severity } from '../../../core/law/check.js'
import type { Answer } from '../../opening/filing-whole.js'
import type { CellMark } from '../paper/paper-props.js'
import { words } from '../words.zh.js'

/** A finding with the reason or waiver that still holds for it. */
export type AnsweredFinding = Readonly<{ finding: CellFinding; answer: Answer | undefined }>

/** Findings of one form, or of the report. `id` is the form's, or `report`. */
export type FindingGroup = Readonly<{ id: string; findings: readonly AnsweredFinding[] }>

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** What the finding weighs in the list: what still has to be dealt with stands first. */
function rankOf({ finding, answer }: AnsweredFinding): number {
  return ranks[finding.severity] + (answer === undefined ? 0 : 3)
}

/** A reason or waiver holds as long as the check and everything it rests on are the same. */
export function answerFor(finding: CellFinding, answers: readonly Answer[]): Answer | undefined {
  return answers.find(({ check, inputs }) => check === finding.check && inputs === finding.inputs)
}

/** Findings by form in the order of the filing, the report last; inside a form the worst first. */
export function groupFindings(
  findings: readonly CellFinding[],
  answers: readonly Answer[],
  { forms }: FilingContent,
): readonly FindingGroup[] {
  const ids = [...forms.map(({ id }) => id), 'report']
  const answered = findings.map((finding) => ({ finding, answer: answerFor(finding, answers) }))
  return ids.flatMap((id) => {
    const own = answered.filter(({ finding }) => sectionOf(finding, ids) === id)
    return own.length === 0
      ? []
      : [{ id, findings: own.toSorted((one, other) => rankOf(one) - rankOf(other)) }]
  })
}

function sectionOf({ cells }: CellFinding, ids: readonly string[]): string {
  const id = cells[0]?.split('/')[0] ?? 'report'
  return ids.includes(id) ? id : 'report'
}

/** The mark of each cell that a finding points at: the worst one counts, and only its first cell is marked. */
export function marksOf(groups: readonly FindingGroup[]): Readonly<Record<string, CellMark>> {
  const marks: Record<string, CellMark> = {}
  const all = groups.flatMap(({ findings }) => findings).toSorted((one, other) => rankOf(one) - rankOf(other))
  for (const { finding, answer } of all) {
    const [cell] = finding.cells
    if (cell === undefined || marks[cell] !== undefined) continue
    marks[cell] =
      answer === undefined
        ? { kind: finding.severity, text: finding.message }
        : { kind: 'justified', text: words.justifiedWith(finding.message, answer.reason) }
  }
  return marks
}

/** The next finding after the one chosen, in the order of the panel; from the end to the beginning again. */
export function nextFinding(
  groups: readonly FindingGroup[],
  chosen: string | undefined,
  back: boolean,
): CellFinding | undefined {
  const open = groups.flatMap(({ findings }) => findings).filter(({ answer }) => answer === undefined)
  const at = open.findIndex(({ finding }) => findingId(finding) === chosen)
  const count = open.length
  const next = at === -1 ? (back ? count - 1 : 0) : (at + (back ? -1 : 1) + count) % count
  return open[next]?.finding
}

/** Names a finding among those of one content. */
export function findingId({ check, inputs, cells }: CellFinding): string {
  return `${check} ${inputs} ${cells[0] ?? ''}`
}
