import { type DragEvent, memo, useMemo } from 'react'
import type { CellKey, FilingContent } from '../../core/editing/content.js'
import { formsOnPaper } from '../../core/editing/filing-of-content.js'
import type { Pack } from '../../core/pack/pack.js'
import { type PaperCell, paperCells } from '../filling/paper/paper-cell.js'
import { words } from './words.zh.js'

/** What was recognised, on the form itself; cells take what is dropped on them, or what was chosen when clicked. */
export const RecognisedForms = memo(function RecognisedForms({
  content,
  packs,
  byHand,
  put,
}: Readonly<{
  content: FilingContent
  packs: readonly Pack[]
  /** Cells that were filled by hand on this page. */
  byHand: ReadonlySet<CellKey>
  /** `unplaced` undefined: the chosen one. */
  put: (cell: CellKey, unplaced?: number) => void
}>) {
  const forms = useMemo(() => papersOf(content, packs), [content, packs])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="side" aria-label={words.recognised} tabIndex={0}>
      <h2>{words.recognised}</h2>
      {forms.length === 0 ? <p className="quiet">{words.nothingRecognised}</p> : null}
      {forms.map(({ id, title, subtitle, rows, cells }) => (
        <div className="sheet" key={id}>
          <h3>{title}</h3>
          {subtitle === undefined ? null : <p className="quiet number">{subtitle}</p>}
          <table>
            <tbody>
              {Array.from({ length: rows }, (_, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a printed form never move
                <tr key={row}>
                  {cells
                    .filter((cell) => cell.row === row)
                    .map((cell) => (
                      <FormCell key={cell.id} cell={cell} isByHand={byHand.has(cell.id)} put={put} />
                    ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
      <RecognisedReport report={content.report} />
    </section>
  )
})

function RecognisedReport({ report }: Pick<FilingContent, 'report'>) {
  if (report.length === 0) return null
  return (
    <details>
      <summary>{words.paragraphs(report.length)}</summary>
      {report.map(({ id, runs }) => (
        <p key={id} data-cell={`report/${id}`}>
          {runs.map(({ text }) => text).join('')}
        </p>
      ))}
    </details>
  )
}

function FormCell({
  cell,
  isByHand,
  put,
}: Readonly<{ cell: PaperCell; isByHand: boolean; put: (cell: CellKey, unplaced?: number) => void }>) {
  const { key, rowSpan, columnSpan, text } = cell
  const span = { rowSpan, colSpan: columnSpan }
  if (key === undefined) return <td {...span}>{text}</td>
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const unplaced = event.dataTransfer.getData('text/x-unplaced')
    if (unplaced !== '') put(key, Number(unplaced))
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list of cells beside the chips does the same by keyboard
    <td
      {...span}
      data-cell={key}
      className={isByHand ? 'recognised by-hand' : text === '' ? 'open' : 'recognised'}
      onClick={() => put(key)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      {text}
    </td>
  )
}

function papersOf(content: FilingContent, packs: readonly Pack[]) {
  return formsOnPaper(content, packs).flatMap(({ printed }, index) => {
    const form = content.forms[index]
    if (form === undefined) return []
    const { title, subtitle, rows } = printed
    return [{ id: form.id, title, subtitle, rows, cells: paperCells(printed, form) }]
  })
}
