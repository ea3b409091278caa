import type { Document, Paragraph, Place } from '../document/document.js'
import { didYouMean } from '../errors/closest.js'
import { parseStated } from '../exact/stated.js'
import type { FieldValue, Form, FormRow } from '../filing/filing.js'
import type { FieldType } from '../pack/layout.js'
import type { Pack } from '../pack/pack.js'
import { type FieldInfo, fieldsOf } from '../paper/field-types.js'
import { unitOf } from '../recognise/form-being-read.js'
import { joinTarget } from '../recognise/join-target.js'
import { keepLast } from '../remember.js'
import type { JsonValue } from './json-value.js'
import { parsePlace } from './parse-document.js'

/** The pack of tables that no pack knows. */
export const unknownPack = 'any/table/2020'

/** What a form is read with: the filing's packs, its document, and the table taken when the form names none. */
export type FormContext = Readonly<{ packs: readonly Pack[]; document: Document; table: number }>

/** A form of a filing's JSON. @throws DomainError FILING_WRONG */
export function parseForm(json: JsonValue, context: FormContext): Form {
  const id = json.onlyKeys(formKeys).at('pack').text()
  const pack = context.packs.find((one) => one.id === id)
  const known = context.packs.map((one) => one.id)
  if (pack === undefined && id !== unknownPack)
    json.at('pack').refuse(`没有“${id}”这个模板包${didYouMean(id, known)}`)
  const table = json.optional('part', tableOfPart) ?? context.table
  if (pack === undefined && !hasTable(context.document, table))
    json.refuse('未识别的表只能和它的原表（blocks）一起给出。')
  const origin: FormOrigin = { pack, part: `table ${table}` }
  const title = json.optional('title', (value) => value.text()) ?? pack?.title ?? '未识别的表'
  return {
    form: pack?.form ?? 'unknown',
    pack: id,
    title,
    titlePlace: json.optional('titlePlace', (value) =>
      parsePlace(value, { part: origin.part, quote: title }),
    ),
    table,
    year: json.optional('year', (value) => value.integer(1900, 2999)),
    fields: json.optional('fields', (value) => parseFields(value, origin)) ?? {},
    lists: json.optional('lists', (value) => parseLists(value, origin)) ?? {},
    signature: parseSignature(json, context.document),
  }
}

const formKeys = [
  'form',
  'pack',
  'title',
  'titlePlace',
  'part',
  'year',
  'fields',
  'lists',
  'signature',
  'signaturePart',
]

type FormOrigin = Readonly<{ pack: Pack | undefined; part: string }>

function tableOfPart(json: JsonValue): number {
  const index = /^table ([1-9]\d{0,8})$/.exec(json.text())?.[1]
  return index === undefined ? json.refuse('这里要写表的位置，如 "table 2"。') : Number(index)
}

function hasTable({ blocks }: Document, index: number): boolean {
  return blocks.some((block) => block.kind === 'table' && block.index === index)
}

function parseSignature(json: JsonValue, { blocks }: Document): Paragraph | undefined {
  const text = json.optional('signature', (value) => value.text())
  if (text === undefined) return undefined
  const part = json.optional('signaturePart', (value) => value.text())
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph')
  const found = paragraphs.find(({ index }) => `paragraph ${index}` === part)
  return found ?? { kind: 'paragraph', index: paragraphs.length + 1, text }
}

function parseFields(json: JsonValue, { pack, part }: FormOrigin): Form['fields'] {
  const known = pack && fieldsOf(pack).singles
  return Object.fromEntries(
    json
      .entries()
      .map(([id, value]) => [id, parseValue(value, { info: known && infoOf(value, id, known), pack, part })]),
  )
}

function parseLists(json: JsonValue, origin: FormOrigin): Form['lists'] {
  const known = origin.pack && fieldsOf(origin.pack).lists
  return Object.fromEntries(
    json.entries().map(([id, value]) => {
      const columns = known?.get(id)
      if (known !== undefined && columns === undefined)
        value.refuse(`这张表没有这个清单${didYouMean(id, known.keys())}`)
      const read = id === 'indicators' ? parseIndicator : parseRow
      const { pack, part } = origin
      const rows = value
        .list()
        .map((row) => row.kept(keptRows, [columns, pack, part], () => read(row, columns, origin)))
      return [id, rows]
    }),
  )
}

/** A row of a content stays the same object while others are being typed. */
const keptRows = keepLast<object, FormRow>()

type Fields = ReadonlyMap<string, FieldInfo>

function parseRow(json: JsonValue, columns: Fields | undefined, { pack, part }: FormOrigin): FormRow {
  return Object.fromEntries(
    json
      .entries()
      .map(([id, value]) => [
        id,
        parseValue(value, { info: columns && infoOf(value, id, columns), pack, part }),
      ]),
  )
}

/** Sign, unit and adjusted target are joined as they are when a table is read. */
function parseIndicator(json: JsonValue, columns: Fields | undefined, origin: FormOrigin): FormRow {
  const { initialTarget, ...rest } = parseRow(json, columns, origin)
  if (initialTarget !== undefined) return joinTarget({ ...rest, target: initialTarget })
  const { target, ...others } = rest
  const isAdjusted =
    target?.place.row !== undefined &&
    target.place.row === rest.adjustedTarget?.place.row &&
    target.place.column === rest.adjustedTarget.place.column
  return joinTarget(isAdjusted ? others : rest)
}

function infoOf(json: JsonValue, id: string, known: Fields): FieldInfo {
  return known.get(id) ?? json.refuse(`这张表没有这一栏${didYouMean(id, known.keys())}`)
}

type ValueContext = Readonly<{ info: FieldInfo | undefined; pack: Pack | undefined; part: string }>

/** A plain text, or a mapping with `text` and where it was read. */
function parseValue(json: JsonValue, { info, pack, part }: ValueContext): FieldValue {
  const isPlain = !json.isObject()
  const text = isPlain ? json.text() : json.onlyKeys(valueKeys).at('text').text()
  const stated = parseStated(text)
  const type: FieldType = info?.type ?? 'text'
  const printed = isPlain ? undefined : json.optional('unit', (unit) => unit.text())
  const isRead = !isPlain && !json.at('kind').isMissing()
  const unit = printed ?? (isRead ? undefined : unitOf(stated, type, pack?.amounts.unit ?? '万元'))
  const nowhere: Place = { part, quote: text }
  return { text, stated, unit, place: isPlain ? nowhere : parsePlace(json.at('place'), nowhere) }
}

const valueKeys = ['text', 'kind', 'value', 'unit', 'place']
