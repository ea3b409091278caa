import { paragraphCell } from '../../../core/editing/cell-key.js'
import type { CellKey, ReportParagraph } from '../../../core/editing/content.js'
import type { CellMark } from '../../filling/paper/paper-props.js'
import { words } from '../words.zh.js'

type Props = Readonly<{
  report: readonly ReportParagraph[]
  marks: Readonly<Record<CellKey, CellMark>>
  cell: CellKey | undefined
  choose: (cell: CellKey) => void
}>

/** The report to be read: paragraphs with findings or comments are underlined and can be chosen like all others. */
export function ReportRead({ report, marks, cell, choose }: Props) {
  if (report.length === 0) return null
  return (
    <section aria-label={words.report} className="report-read">
      <h3>{words.report}</h3>
      {report.map((paragraph) => {
        const key = paragraphCell(paragraph.id)
        const mark = marks[key]
        const text = paragraph.runs.map((run) => run.text).join('')
        return (
          <button
            aria-pressed={cell === key}
            className={`paragraph paragraph-${paragraph.style} ${mark === undefined ? '' : `said-${mark.kind}`}`}
            id={key}
            key={key}
            onClick={() => choose(key)}
            title={mark?.text}
            type="button"
          >
            {text}
            {mark === undefined ? null : <span className="only-read">（{mark.text}）</span>}
          </button>
        )
      })}
    </section>
  )
}
