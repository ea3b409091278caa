import { cleanText } from '../clean-text.js'
import { refuseDeepNesting } from '../document-builder.js'
import { attributeOf, type XmlAttributes, type XmlHandler } from '../xml/parse-xml.js'
import type { ListCounter } from './list-counter.js'
import { integer, isOn } from './numbering.js'
import type { Span } from './origins.js'
import { CheckBox, ParagraphReader } from './paragraph-reader.js'
import { type CellOrigins, emptyFlow, type Flow, nowhere, TableReader } from './table-reader.js'

/** Subtrees that print nothing: former properties, the older copy of a drawing, ruby, field codes. */
export const skipped: ReadonlySet<string> = new Set(
  `delText rPrChange pPrChange tblPrChange trPrChange tcPrChange tblPrExChange numberingChange
  Fallback rt instrText delInstrText sdtEndPr tabs tcBorders tblPr tblPrEx tblGrid sectPr`.split(/\s+/),
)
/** In these, `w:del` marks the paragraph or row; elsewhere it holds the deleted runs. */
const properties = new Set(['pPr', 'trPr', 'tcPr', 'sdtPr', 'ffData'])
/** DrawingML has its own `a:p` and `a:tbl`; text boxes inside it are `w:` again. */
const drawingPrefix = 'a'

/** Reads `word/document.xml` as it streams past; open elements stand on stacks, so depth costs no recursion. */
export class BodyReader implements XmlHandler {
  readonly body: Flow = emptyFlow()
  readonly notes: string[] = []
  readonly #counter: ListCounter | undefined
  readonly #flows: Flow[] = [this.body]
  readonly #tables: TableReader[] = []
  readonly #paragraphs: ParagraphReader[] = []
  readonly #properties: string[] = []
  /** Set only for those who ask where things stand; then the parser tells positions too. */
  readonly cursor?: { start: number; end: number }
  readonly cellOrigins: CellOrigins | undefined
  /** Paragraphs that text boxes now open are anchored in. */
  readonly #holders: (Span | undefined)[] = []
  /** Content controls that are open: whether each shows only its placeholder. */
  readonly #placeholders: boolean[] = []
  #checkBox: CheckBox | undefined

  constructor(counter: ListCounter | undefined, { withOrigins = false } = {}) {
    this.#counter = counter
    if (!withOrigins) return
    this.cursor = { start: 0, end: 0 }
    this.cellOrigins = new Map()
  }

  readonly open = (name: string, attributes: XmlAttributes, prefix: string): boolean => {
    if (this.#isSkipped(name)) return true
    if (prefix === drawingPrefix) return false
    if (properties.has(name)) this.#properties.push(name)
    const opener = this.#openers.get(name)
    if (opener) opener()
    else this.#openOther(name, attributes)
    return false
  }

  readonly close = (name: string, prefix: string): void => {
    if (prefix === drawingPrefix) return
    if (properties.has(name)) this.#properties.pop()
    this.#closers.get(name)?.()
  }

  readonly text = (text: string): void => {
    this.#paragraphs.at(-1)?.addText(text)
  }

  #isSkipped(name: string): boolean {
    if (skipped.has(name)) return true
    const property = this.#properties.at(-1)
    if (name === 'del' || name === 'moveFrom') return property === undefined
    if (name === 'rPr') return property !== 'pPr'
    return name === 'sdtContent' && this.#placeholders.at(-1) === true
  }

  readonly #openers = actions({
    p: () => this.#paragraphs.push(new ParagraphReader(this.#span())),
    tbl: () => {
      this.#tables.push(new TableReader(this.cellOrigins))
      refuseDeepNesting(this.#tables.length)
    },
    tr: () => this.#tables.at(-1)?.openRow(),
    tc: () => this.#flows.push(this.#tables.at(-1)?.openCell() ?? emptyFlow()),
    txbxContent: () => {
      const span = this.#paragraphs.at(-1)?.span
      this.#holders.push(span?.holder ?? span)
      this.#flows.push(emptyFlow())
    },
    sdt: () => this.#placeholders.push(false),
    checkBox: () => {
      this.#checkBox = new CheckBox()
    },
    altChunk: () => this.notes.push('文中嵌有另一份文件，其内容没有读入。'),
  })

  readonly #closers = actions({
    p: () => this.#closeParagraph(),
    tbl: () => append(this.#flow.items, this.#tables.pop()?.finish() ?? []),
    tr: () => this.#tables.at(-1)?.closeRow(),
    tc: () => {
      this.#closeFlow()
      this.#tables.at(-1)?.closeCell()
    },
    txbxContent: () => {
      this.#holders.pop()
      const { items } = this.#closeFlow()
      const holder = this.#paragraphs.at(-1)?.after ?? this.#flow.items
      append(holder, items)
    },
    sdt: () => this.#placeholders.pop(),
    t: () => this.#paragraphs.at(-1)?.closeText(),
    r: () => this.#paragraphs.at(-1)?.closeRun(),
    ffData: () => {
      this.#paragraphs.at(-1)?.append(this.#checkBox?.text ?? '')
      this.#checkBox = undefined
    },
  })

  #openOther(name: string, attributes: XmlAttributes): void {
    switch (this.#properties.at(-1)) {
      case 'trPr':
        return this.#setRowProperty(name, attributes)
      case 'tcPr':
        return this.#setCellProperty(name, attributes)
      case 'sdtPr':
        if (name === 'showingPlcHdr') this.#placeholders[this.#placeholders.length - 1] = isOn(attributes)
        return
      case 'ffData':
        return this.#checkBox?.setProperty(name, attributes)
      case 'pPr':
        return this.#paragraphs.at(-1)?.setProperty(name, attributes)
      default:
        return this.#paragraphs.at(-1)?.open(name, attributes)
    }
  }

  #setRowProperty(name: string, attributes: XmlAttributes): void {
    const table = this.#tables.at(-1)
    if (name === 'del') table?.deleteRow()
    else if (name === 'gridBefore') table?.skipColumns(integer(attributeOf(attributes, 'val'), 0))
  }

  #setCellProperty(name: string, attributes: XmlAttributes): void {
    const cell = this.#tables.at(-1)?.cell
    if (cell === undefined) return
    if (name === 'gridSpan') cell.span = integer(attributeOf(attributes, 'val'), 1)
    else if (name === 'vMerge') cell.merge = isRestart(attributes) ? 'restart' : 'continue'
    else if (name === 'hMerge') cell.mergedLeft = !isRestart(attributes)
    else if (name === 'cellDel') cell.deleted = true
  }

  get #flow(): Flow {
    return this.#flows.at(-1) ?? this.body
  }

  #closeFlow(): Flow {
    const flow = this.#flows.pop() ?? this.body
    const { carried, carriedFrom } = flow
    if (carried !== '' || carriedFrom.length > 0) flow.items.push({ text: carried, from: carriedFrom })
    return flow
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (paragraph === undefined) return
    const flow = this.#flow
    const from = this.#endSpan(paragraph, flow)
    if (paragraph.markDeleted) {
      flow.carried += paragraph.text
      flow.carriedFrom = from
    } else {
      const number = this.#counter?.next(paragraph) ?? ''
      flow.items.push({ text: cleanText(number + flow.carried + paragraph.text), from })
      flow.carried = ''
      flow.carriedFrom = nowhere
    }
    append(flow.items, paragraph.after)
  }

  #span(): Span | undefined {
    return this.cursor && { start: this.cursor.start, end: this.cursor.end, holder: this.#holders.at(-1) }
  }

  #endSpan({ span }: ParagraphReader, { carriedFrom }: Flow): readonly Span[] {
    if (span === undefined || this.cursor === undefined) return nowhere
    span.end = this.cursor.end
    return [...carriedFrom, span]
  }
}

function isRestart(attributes: XmlAttributes): boolean {
  return attributeOf(attributes, 'val') === 'restart'
}

/** A map and not an object: names come from the file, and an object answers to `constructor` too. */
function actions(byName: Readonly<Record<string, () => unknown>>): ReadonlyMap<string, () => unknown> {
  return new Map(Object.entries(byName))
}

/** One by one: spread into `push`, a hundred thousand items overflow the stack. */
function append(target: Flow['items'], items: Flow['items']): void {
  for (const item of items) target.push(item)
}
