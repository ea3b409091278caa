import type { Handler } from 'htmlparser2'
import { cleanText } from '../clean-text.js'
import { refuseDeepNesting, type TableContent } from '../document-builder.js'
import { HtmlTable } from './html-table.js'

type Flow = { items: (string | TableContent)[]; text: string }
type OpenCell = Readonly<{ rowSpan: number; columnSpan: number; flow: Flow }>
type OpenTable = { table: HtmlTable; nested: TableContent[]; cell: OpenCell | undefined }
type Attributes = Readonly<Record<string, string>>

const silent = new Set([
  'script',
  'style',
  'title',
  'template',
  'object',
  'svg',
  'math',
  'select',
  'textarea',
])
const blocks = new Set(
  `address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section ul`.split(/\s+/),
)
/** LibreOffice writes page headers and footers, with page numbers, into the body. */
const pageParts = new Set(['header', 'footer'])

/** Collects paragraphs and tables from the events of the parser; depth costs no recursion. */
export class HtmlReader implements Partial<Handler> {
  readonly body: Flow = { items: [], text: '' }
  readonly #tables: OpenTable[] = []
  /** Open elements inside a subtree that is not read. */
  #skipDepth = 0

  onopentag(name: string, attributes: Attributes): void {
    const isPagePart = name === 'div' && pageParts.has(attributes.title ?? '')
    if (this.#skipDepth > 0 || silent.has(name) || isPagePart) this.#skipDepth += 1
    else if (name === 'table') this.#openTable()
    else if (name === 'tr') this.#openRow()
    else if (name === 'td' || name === 'th') this.#openCell(attributes)
    else if (name === 'br') this.#flow.text += '\n'
    else if (name === 'input') this.#flow.text += checkBox(attributes)
    else if (blocks.has(name)) endParagraph(this.#flow)
  }

  onclosetag(name: string): void {
    if (this.#skipDepth > 0) this.#skipDepth -= 1
    else if (name === 'table') this.#closeTable()
    else if (name === 'td' || name === 'th') this.#closeCell()
    else if (blocks.has(name)) endParagraph(this.#flow)
  }

  ontext(text: string): void {
    if (this.#skipDepth === 0) this.#flow.text += text.replace(/[ \t\n\r\f]+/g, ' ')
  }

  /** Closes what the file left open and gives everything in reading order. */
  finish(): readonly (string | TableContent)[] {
    while (this.#tables.length > 0) this.#closeTable()
    endParagraph(this.body)
    return this.body.items
  }

  get #flow(): Flow {
    return this.#tables.findLast(({ cell }) => cell !== undefined)?.cell?.flow ?? this.body
  }

  #openTable(): void {
    endParagraph(this.#flow)
    this.#tables.push({ table: new HtmlTable(), nested: [], cell: undefined })
    refuseDeepNesting(this.#tables.length)
  }

  #openRow(): void {
    this.#closeCell()
    this.#tables.at(-1)?.table.openRow()
  }

  #openCell(attributes: Attributes): void {
    this.#closeCell()
    const open = this.#tables.at(-1)
    if (open === undefined) return endParagraph(this.body)
    const [rowSpan, columnSpan] = [spanOf(attributes.rowspan), spanOf(attributes.colspan)]
    open.cell = { rowSpan, columnSpan, flow: { items: [], text: '' } }
  }

  #closeCell(): void {
    const open = this.#tables.at(-1)
    if (open?.cell === undefined) return
    const { flow, rowSpan, columnSpan } = open.cell
    open.cell = undefined
    endParagraph(flow)
    const lines = flow.items.filter((item) => typeof item === 'string')
    open.table.addCell(cleanText(lines.join('\n')), rowSpan, columnSpan)
    for (const item of flow.items) if (typeof item !== 'string') open.nested.push(item)
  }

  #closeTable(): void {
    this.#closeCell()
    const open = this.#tables.pop()
    if (open === undefined) return
    const { items } = this.#flow
    items.push(open.table.finish())
    for (const table of open.nested) items.push(table)
  }
}

function endParagraph(flow: Flow): void {
  const text = cleanText(flow.text)
  if (text !== '') flow.items.push(text)
  flow.text = ''
}

function spanOf(value: string | undefined): number {
  return value !== undefined && /^\s*\d{1,6}/.test(value) ? Number.parseInt(value, 10) : 1
}

function checkBox(attributes: Attributes): string {
  if (attributes.type !== 'checkbox' && attributes.type !== 'radio') return attributes.value ?? ''
  return attributes.checked === undefined ? '□' : '☑'
}
