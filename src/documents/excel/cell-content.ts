import { DomainError } from '../../core/errors/errors.js'
import type { FormFormulas } from '../../core/paper/formulas.js'
import type { PrintedCell } from '../../core/paper/printed.js'
import { type PrintedNumber, parsePrintedNumber } from '../../core/paper/printed-number.js'
import { renderFormula, type Spot } from './write-formulas.js'
import type { CellContent } from './write-sheet.js'
import type { Numbered } from './write-styles.js'

/** What a cell holds and what its style must say of it. */
export type FilledCell = Readonly<{ content: CellContent; format: string | undefined; quoted: boolean }>

/** What the cells of one form may refer to. */
export type FormOnSheet = Readonly<{
  spots: ReadonlyMap<string, Spot>
  /** Undefined for a table that no pack knows. */
  formulas: FormFormulas | undefined
  texts: Numbered
}>

/** What Excel can hold in one cell. */
const longestText = 32_767
/** A whole number this long in a table that no pack knows is a telephone or an account, not a figure. */
const longestUnknownFigure = 9

/** The number that a printed cell shows; undefined where text is meant or the number would be shown otherwise. */
export function numberIn({ kind, type, text }: PrintedCell): PrintedNumber | undefined {
  if (kind === 'label' || type === 'text' || type === 'date') return undefined
  if (type === undefined && /^\d+$/.test(text) && text.length > longestUnknownFigure) return undefined
  return parsePrintedNumber(text)
}

/** A printed cell as it is filled in on a sheet: a formula with its result, a number, or text. */
export function fillCell(cell: PrintedCell, { spots, formulas, texts }: FormOnSheet): FilledCell {
  const number = numberIn(cell)
  if (number === undefined) return fillText(cell.text, texts)
  const own = cell.field === undefined ? undefined : formulas?.formulas.get(cell.field)
  const formula = own && renderFormula(own.formula, spots)
  const showsAll = formula !== undefined && own?.showsAll === true
  return {
    content: { kind: 'number', value: number.value, formula },
    format: showsAll ? undefined : number.format,
    quoted: false,
  }
}

/**
 * Text as it is, never a formula.
 * @throws DomainError CELL_TOO_LONG
 */
export function fillText(text: string, texts: Numbered): FilledCell {
  if (text === '') return { content: { kind: 'blank' }, format: undefined, quoted: false }
  if (text.length > longestText)
    throw new DomainError('CELL_TOO_LONG', { start: text.slice(0, 12), length: text.length })
  const quoted = /^[=+\-@']/.test(text)
  return { content: { kind: 'text', index: texts.add(text) }, format: undefined, quoted }
}
