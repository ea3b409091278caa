import { escapeXml, spreadsheetNamespace, xmlDeclaration } from './write-xml.js'

/** How a cell looks. Sizes in points. */
export type CellStyle = Readonly<{
  /** 宋体, 仿宋_GB2312, 黑体: by name, never shipped. */
  font: string
  size: number
  align: 'left' | 'center' | 'right'
  border: boolean
  /** `0.00%`; undefined shows a number with the decimals it has. */
  format: string | undefined
  /** Text that begins like a formula stays text when the user types into the cell. */
  quoted: boolean
}>

/** Formats that every spreadsheet knows by number. */
const builtIn: Readonly<Record<string, number>> = {
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
}
const firstOwnFormat = 164
const normalFont = { font: '宋体', size: 11 }

/** The styles of a workbook, each once. */
export class StyleTable {
  readonly #fonts = new Numbered()
  readonly #formats = new Numbered()
  readonly #styles = new Numbered()

  constructor() {
    this.#fonts.add(fontXml(normalFont))
    this.#styles.add('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>')
  }

  /** The number by which cells name a style. */
  indexOf(style: CellStyle): number {
    const font = this.#fonts.add(fontXml(style))
    const format = style.format === undefined ? 0 : this.#formatOf(style.format)
    const quoted = style.quoted ? ' quotePrefix="1"' : ''
    return this.#styles.add(
      `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${style.border ? 1 : 0}" xfId="0"${quoted} applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${style.align}" vertical="center" wrapText="1"/></xf>`,
    )
  }

  #formatOf(format: string): number {
    return builtIn[format] ?? firstOwnFormat + this.#formats.add(format)
  }

  /** `xl/styles.xml`. */
  render(): string {
    const formats = this.#formats.all.map(
      (format, index) => `<numFmt numFmtId="${firstOwnFormat + index}" formatCode="${escapeXml(format)}"/>`,
    )
    const sides = (style: string) =>
      ['left', 'right', 'top', 'bottom'].map((side) => `<${side}${style}`).join('')
    const thin = ['left', 'right', 'top', 'bottom']
      .map((side) => `<${side} style="thin"><color auto="1"/></${side}>`)
      .join('')
    return `${xmlDeclaration}<styleSheet xmlns="${spreadsheetNamespace}">${formats.length === 0 ? '' : list('numFmts', formats)}${list('fonts', this.#fonts.all)}${list('fills', ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'])}${list('borders', [`<border>${sides('/>')}<diagonal/></border>`, `<border>${thin}<diagonal/></border>`])}${list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'])}${list('cellXfs', this.#styles.all)}${list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>'])}</styleSheet>`
  }
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`
}

function fontXml({ font, size }: Readonly<{ font: string; size: number }>): string {
  return `<font><sz val="${size}"/><name val="${escapeXml(font)}"/><charset val="134"/></font>`
}

/** Texts numbered from 0 in the order in which they come, each once. */
export class Numbered {
  readonly #numbers = new Map<string, number>()

  add(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.#numbers.size)
    return this.#numbers.size - 1
  }

  get all(): string[] {
    return [...this.#numbers.keys()]
  }
}
