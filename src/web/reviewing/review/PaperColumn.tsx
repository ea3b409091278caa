import type { CellKey } from '../../../core/editing/content.js'
import { textAt } from '../../../core/editing/text-at.js'
import type { EngineChecked } from '../../engine/engine-messages.js'
import { printedForms } from '../../filling/desk/printed-forms.js'
import { PaperForm } from '../../filling/paper/PaperForm.js'
import type { CellMark, PaperFormHandle } from '../../filling/paper/paper-props.js'
import type { FilingWhole } from '../../opening/filing-whole.js'
import { words } from '../words.zh.js'
import { Column } from './Column.js'
import type { Difference } from './differences.js'
import { ReportRead } from './ReportRead.js'

type Props = Readonly<{
  whole: FilingWhole
  checked: EngineChecked
  marks: Readonly<Record<CellKey, CellMark>>
  mended: readonly Difference[]
  cell: CellKey | undefined
  choose: (cell: CellKey) => void
  nameOf: (cell: CellKey) => string
  comment: () => void
  addToReturn: (cell: CellKey) => void
  showsLastYear: boolean
  setShowsLastYear: (shows: boolean) => void
  paper: Map<string, PaperFormHandle>
}>

/** The forms as on paper and the report, with marks on what is wrong, said or changed. */
export function PaperColumn(props: Props) {
  const { checked, marks, choose, cell, paper } = props
  return (
    <Column id="paper" title={words.form}>
      <CellLine {...props} />
      {printedForms(checked).map(({ printed, content }) => (
        <PaperForm
          computed={checked.computed}
          content={content}
          handle={(handle) => {
            if (handle === null) paper.delete(content.id)
            else paper.set(content.id, handle)
          }}
          key={content.id}
          marks={marks}
          onChoose={choose}
          printed={printed}
        />
      ))}
      <ReportRead cell={cell} choose={choose} marks={marks} report={checked.content.report} />
    </Column>
  )
}

/** What is chosen, what stood there before, and what can be done with it. */
function CellLine(props: Props) {
  const { whole, checked, mended, cell, nameOf, comment, addToReturn, showsLastYear, setShowsLastYear } =
    props
  const shown = cell === undefined ? '' : (checked.computed[cell] ?? textAt(checked.content, cell))
  const before = mended.find((difference) => difference.cell === cell)?.before
  return (
    <div aria-live="polite" className="cell-line">
      {cell === undefined ? (
        <span className="quiet">{words.keys}</span>
      ) : (
        <>
          <strong>{nameOf(cell)}</strong>
          <span>{shown.length > 40 ? `${shown.slice(0, 40)}…` : shown}</span>
          {before === undefined ? null : <span className="tag soft">{words.changedFrom(before)}</span>}
          <button className="button" onClick={comment} type="button">
            {words.comment}
          </button>
          {whole.filing.actions.includes('sendBack') ? (
            <button className="button" onClick={() => addToReturn(cell)} type="button">
              {words.addToReturn}
            </button>
          ) : null}
        </>
      )}
      {whole.lastYear === null ? null : (
        <label>
          <input
            checked={showsLastYear}
            onChange={({ target }) => setShowsLastYear(target.checked)}
            type="checkbox"
          />{' '}
          {words.markChanged}
        </label>
      )}
    </div>
  )
}
