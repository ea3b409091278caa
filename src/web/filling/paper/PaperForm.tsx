import { memo, useDeferredValue, useMemo } from 'react'
import { shareWidth } from '../../../core/paper/column-widths.js'
import type { PrintedForm } from '../../../core/paper/printed.js'
import { nameOfCell } from './cell-names.js'
import { lookOf, shownText, typedSince } from './cell-state.js'
import { chosenBlock } from './choice.js'
import type { Grid } from './grid.js'
import { type ActiveCell, type CellView, isSameView, PaperTableCell } from './PaperTableCell.js'
import type { PaperCell } from './paper-cell.js'
import { paperEvents } from './paper-events.js'
import type { CellMark, PaperFormProps } from './paper-props.js'
import { isSameRecord } from './same-record.js'
import { isFillable, type PaperInHand, usePaperDesk } from './use-paper-desk.js'
import './paper-form.css'

/** A form on screen exactly as on paper, filled in like a spreadsheet. */
export const PaperForm = memo(function PaperForm(props: PaperFormProps) {
  const { printed, content } = props
  const { grid, typed, choice, typedWords, cell, box, desk, hasFocus } = usePaperDesk(props)
  const events = useMemo(() => paperEvents(() => current(desk), hasFocus), [desk, hasFocus])
  const block = chosenBlock(grid, choice)
  const isTyping = choice.mode !== 'chosen'
  const rows = useMemo(() => rowsOf(grid), [grid])
  const active = activeCell(current(desk), { box, typedWords })
  const since = useMemo(() => typedSince(content, typed), [content, typed])
  const viewOf = (one: PaperCell): CellView => ({
    active: one === cell ? active : undefined,
    cell: one,
    isInBlock: block.has(one),
    look: lookOf(props, one),
    mark: one.key === undefined ? undefined : props.marks?.[one.key],
    text: one === cell && isTyping ? '' : shownText(one, since),
  })
  return (
    <section
      aria-label={titleOf(printed)}
      className={`paper-form paper-${printed.orientation}`}
      id={content.id}
    >
      <h2 className="paper-title">{printed.title}</h2>
      {printed.subtitle === undefined ? null : <p className="paper-subtitle">{printed.subtitle}</p>}
      <div className="paper-scroll">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are filled in is a grid (ARIA) */}
        <table {...events} aria-label={titleOf(printed)} className="paper-table" role="grid">
          <Columns printed={printed} />
          <tbody>
            {rows.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row of the paper is its place
              <PaperRow cells={cells.map(viewOf)} key={row} />
            ))}
          </tbody>
        </table>
      </div>
      {printed.signature === undefined ? null : <p className="paper-signature">{printed.signature}</p>}
    </section>
  )
}, isSameForm)

/** One row of the paper; most rows stay as they are while one types. */
const PaperRow = memo(
  function PaperRow({ cells }: RowProps) {
    return (
      <tr>
        {cells.map((view) => (
          <PaperTableCell {...view} key={view.cell.id} />
        ))}
      </tr>
    )
  },
  ({ cells: one }, { cells: other }) =>
    one.length === other.length && one.every((view, at) => isSameView(view, other[at])),
)

type RowProps = Readonly<{ cells: readonly CellView[] }>

/** Of values and marks only those of the form's own cells count. */
function isSameForm(one: PaperFormProps, other: PaperFormProps): boolean {
  const { computed, marks = none, ...rest } = one
  const { computed: otherComputed, marks: otherMarks = none, ...otherRest } = other
  const counts = (key: string) => key.startsWith(`${one.content.id}/`)
  return (
    isSameRecord(rest, otherRest) &&
    isSameRecord(computed, otherComputed, { counts }) &&
    isSameRecord(marks, otherMarks, { counts, isSame: isSameMark })
  )
}

const none: NonNullable<PaperFormProps['marks']> = {}

function isSameMark(one: CellMark | undefined, other: CellMark | undefined): boolean {
  return one?.kind === other?.kind && one?.text === other?.text
}

function activeCell(
  desk: PaperInHand,
  given: Pick<ActiveCell, 'box' | 'typedWords'>,
): ActiveCell | undefined {
  const { grid, cell, choice } = desk
  const isTyping = choice.mode !== 'chosen'
  return (
    cell && {
      name: nameOfCell(grid, cell),
      isTyping,
      isReadOnly: !isTyping && !isFillable(desk, cell),
      ...given,
    }
  )
}

function current<Value>({ current: value }: { readonly current: Value | null }): Value {
  if (value === null) throw new RangeError('the form is not on screen')
  return value
}

function titleOf({ title }: PrintedForm): string {
  return title.replace(/\s+/g, '')
}

function rowsOf({ rows, cells }: Grid): readonly (readonly PaperCell[])[] {
  const byRow = Array.from({ length: rows }, (): PaperCell[] => [])
  for (const cell of cells) byRow[cell.row]?.push(cell)
  return byRow.map((row) => row.toSorted((one, other) => one.column - other.column))
}

const sheet = { width: 470, fontSize: 9 }

/** Columns in the proportions of the paper, wide enough for their longest number. */
function Columns({ printed }: { printed: PrintedForm }) {
  // The answer to a key is drawn first; columns that grow wider for it may follow.
  const settled = useDeferredValue(printed)
  const shares = useMemo(() => shareWidth(settled, sheet), [settled])
  return (
    <colgroup>
      {shares.map((share, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column of the paper is its place
        <col key={column} style={{ width: `${((share / sheet.width) * 100).toFixed(3)}%` }} />
      ))}
    </colgroup>
  )
}
