import { memo } from 'react'
import type { CellFinding } from '../../../core/editing/checked-content.js'
import type { Law } from '../../../core/law/law.js'
import type { FilingWhole } from '../../opening/filing-whole.js'
import { Button } from '../../shell/Button.js'
import type { PageCommands } from '../desk/use-page-commands.js'
import { words } from '../words.zh.js'
import { AnswerBox } from './AnswerBox.js'
import { basisWords } from './basis-words.js'
import type { AnsweredFinding } from './group-findings.js'

type Props = Readonly<{
  answered: AnsweredFinding
  isChosen: boolean
  laws: readonly Law[]
  page: PageCommands
  whole: FilingWhole
}>

/** One finding: folded its sentence; chosen both numbers, the arithmetic, the basis and what can be done. */
export const FindingItem = memo(function FindingItem({ answered, isChosen, laws, page, whole }: Props) {
  const { finding, answer } = answered
  const kind = answer === undefined ? finding.severity : 'justified'
  const word = answer === undefined ? words.severity[finding.severity] : words[answer.kind]
  return (
    <li className={`finding finding-${kind}`}>
      <button aria-expanded={isChosen} onClick={() => page.chooseFinding(finding)} type="button">
        <span className="finding-kind">{word}</span>
        <span className={isChosen ? '' : 'finding-short'}>{finding.message}</span>
      </button>
      {isChosen ? (
        <div className="finding-whole">
          <Numbers finding={finding} />
          {finding.suggestion === undefined ? null : (
            <p>{`${words.likely}：${finding.suggestion.because}`}</p>
          )}
          <p className="finding-basis">
            {words.basis}　{finding.basis.map((basis) => basisWords(basis, laws)).join('；')}
          </p>
          <Suggestion finding={finding} page={page} whole={whole} />
          <AnswerBox answered={answered} whole={whole} />
        </div>
      ) : null}
    </li>
  )
}, isSameItem)

function Numbers({ finding: { stated, expected, difference, unit = '' } }: { finding: CellFinding }) {
  if (stated === undefined || expected === undefined) return null
  return (
    <dl className="finding-numbers">
      <dt>{words.stated}</dt>
      <dd>{`${stated}${unit}`}</dd>
      <dt>{words.expected}</dt>
      <dd>{`${expected}${unit}`}</dd>
      {difference === undefined ? null : (
        <>
          <dt>{words.difference}</dt>
          <dd>{`${difference}${unit}`}</dd>
        </>
      )}
    </dl>
  )
}

function Suggestion({
  finding,
  page,
  whole,
}: {
  finding: CellFinding
  page: PageCommands
  whole: FilingWhole
}) {
  const { suggestion, suggestedCell } = finding
  if (suggestion === undefined || suggestedCell === undefined || suggestedCell.startsWith('report/'))
    return null
  if (!whole.filing.actions.includes('edit')) return null
  return (
    <p>
      {page.nameOf(suggestedCell)}{' '}
      <Button onClick={() => page.apply(suggestedCell, suggestion.value)} small filled>
        {words.change(suggestion.value)}
      </Button>
    </p>
  )
}

function isSameItem(one: Props, other: Props): boolean {
  return (
    one.isChosen === other.isChosen &&
    one.answered.answer === other.answered.answer &&
    one.answered.finding.inputs === other.answered.finding.inputs &&
    one.answered.finding.message === other.answered.finding.message &&
    one.whole === other.whole
  )
}
