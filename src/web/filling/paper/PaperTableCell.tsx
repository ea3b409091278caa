import { memo, type Ref, useSyncExternalStore } from 'react'
import { words } from '../words.zh.js'
import type { PaperCell } from './paper-cell.js'
import type { CellMark } from './paper-props.js'
import type { TypedWords } from './typed-words.js'

/** The cell that is chosen: its name for screen readers, and the box in which one types. */
export type ActiveCell = Readonly<{
  name: string
  isTyping: boolean
  isReadOnly: boolean
  box: Ref<HTMLTextAreaElement>
  typedWords: TypedWords
}>

/** A cell as it is shown now. */
export type CellView = Readonly<{
  cell: PaperCell
  /** What stands in the cell now, without its label; nothing while one types in it. */
  text: string
  look: 'label' | 'open' | 'computed' | 'closed'
  isInBlock: boolean
  mark: CellMark | undefined
  active: ActiveCell | undefined
}>

/** One cell of the paper. Only what changed of it is drawn again. */
export const PaperTableCell = memo(function PaperTableCell({
  cell,
  text,
  look,
  isInBlock,
  mark,
  active,
}: CellView) {
  const classes = ['cell', `cell-${look}`, `align-${cell.align}`]
  if (cell.key !== undefined && isNumber(cell)) classes.push('cell-number')
  if (isInBlock) classes.push('cell-in-block')
  if (active !== undefined) classes.push('cell-active')
  if (mark !== undefined) classes.push(`mark-${mark.kind}`)
  const isInvalid = mark?.kind === 'error' || mark?.kind === 'flagged'
  const states = {
    'aria-invalid': isInvalid || undefined,
    'aria-readonly': (cell.key !== undefined && look !== 'open') || undefined,
    'aria-selected': active !== undefined || isInBlock || undefined,
  }
  return (
    <td
      {...states}
      className={classes.join(' ')}
      colSpan={cell.columnSpan}
      data-cell={cell.id}
      rowSpan={cell.rowSpan}
      title={mark?.text}
    >
      {cell.label === '' ? null : <span className="cell-label">{cell.label}</span>}
      <span className="cell-text">
        {active?.isTyping ? <Words of={active.typedWords} /> : text}
        {active === undefined ? null : (
          <CellBox active={active} isInvalid={isInvalid} mark={mark} text={text} />
        )}
      </span>
    </td>
  )
}, isSameView)

/** The words being typed. */
function Words({ of }: Readonly<{ of: TypedWords }>) {
  return useSyncExternalStore(of.subscribe, of.now)
}

type BoxProps = Readonly<{
  active: ActiveCell
  text: string
  isInvalid: boolean
  mark: CellMark | undefined
}>

/** Holds the keyboard in the chosen cell; seen only while one types, so that an input method begins in the cell. */
function CellBox({ active, text, isInvalid, mark }: BoxProps) {
  const { name, isTyping, isReadOnly, box } = active
  const said = [name, isTyping ? '' : text === '' ? words.blank : text, mark?.text ?? ''].filter(
    (part) => part !== '',
  )
  return (
    <>
      {isTyping ? '\u200b' : null}
      <textarea
        aria-invalid={isInvalid ? true : undefined}
        aria-label={said.join('，')}
        autoCapitalize="off"
        autoComplete="off"
        className={isTyping ? 'cell-box cell-box-typing' : 'cell-box'}
        readOnly={isReadOnly}
        ref={box}
        rows={1}
        spellCheck={false}
      />
    </>
  )
}

const numbers: readonly PaperCell['type'][] = ['amount', 'percent', 'weight', 'score', 'count', 'area']

function isNumber({ type }: PaperCell): boolean {
  return numbers.includes(type)
}

/** Whether a cell looks the same. */
export function isSameView(one: CellView, other: CellView | undefined): boolean {
  return (
    other !== undefined &&
    one.cell === other.cell &&
    one.text === other.text &&
    one.look === other.look &&
    one.isInBlock === other.isInBlock &&
    one.mark?.kind === other.mark?.kind &&
    one.mark?.text === other.mark?.text &&
    one.active?.name === other.active?.name &&
    one.active?.isTyping === other.active?.isTyping &&
    one.active?.isReadOnly === other.active?.isReadOnly
  )
}
