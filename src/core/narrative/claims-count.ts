import { type Paragraph, placeInParagraph } from '../document/document.js'
import { parseChineseNumber } from '../exact/chinese-number.js'
import { decimal } from '../exact/decimal.js'
import type { Claim } from '../filing/claim.js'
import type { Fact } from '../filing/fact.js'
import { foldedText } from './folded.js'
import { type NumberStyle, readNumbering } from './numbering.js'

type CountClaim = Extract<Claim, { kind: 'count' }>

const numeral = '\\d{1,2}|[一二两三四五六七八九十]{1,3}'
const offices = '科室|股室|处室|职能部门|职能科室|内设机构|机构|部门|室|科'
const stated = new RegExp(
  `(?:内设|下设|设有|设置|设立|设)(?:职能)?(?:机构|部门|科室|股室)?(?:个数)?(?:为|共|有)*(${numeral})个(?:职能|内设|行政|业务|正?股级|正?科级)*(${offices})?(?=[，,。；;：:（(、]|分别|即|包括|$)`,
)
const inlineList = /^(?:[，,：:（(]|分别(?:为|是)|即|包括|为|有)+([^。；;）)]+)/
const officeEnd = /(?:室|科|股|处|部|办|中心|队|组|站|所|委员会|科室|局|厅|会|院|馆)$/

/** 设7个科室：…: a stated number of offices and the offices listed after it, or in the list of the report. */
export function findCounts(paragraphs: readonly Paragraph[]): readonly CountClaim[] {
  const listed = listedOffices(paragraphs)
  return paragraphs.flatMap((paragraph) => {
    if (!paragraph.text.includes('设')) return []
    const match = stated.exec(foldedText(paragraph))
    if (match === null) return []
    const number = numberOf(match[1] ?? '')
    if (number === undefined) return []
    const after = paragraph.text.slice(match.index + match[0].length)
    const inline = inlineCount(after, number)
    const count =
      inline ??
      (match[2] === undefined && !/职能部门|机构|科室|股室/.test(match[0]) ? undefined : listed?.count)
    if (count === undefined) return []
    const place = placeInParagraph(paragraph, match[0])
    return [
      {
        kind: 'count',
        stated: countFact(match[0], number, place),
        listed: count,
        label: match[2] ?? '内设机构',
        place,
        listedAt: inline === undefined ? (listed?.places ?? []) : [place],
      },
    ]
  })
}

function numberOf(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number.parseInt(text, 10) : parseChineseNumber(text)
}

function countFact(label: string, number: number, place: Fact['place']): Fact {
  return {
    quantity: 'other',
    label,
    subject: undefined,
    year: undefined,
    stage: undefined,
    scope: 'all',
    stated: {
      kind: 'number',
      value: decimal(String(number)),
      unit: '个',
      relation: undefined,
      approximation: undefined,
    },
    unit: '个',
    place,
  }
}

/** How many offices the words after the number list; undefined when they list none for certain. */
function inlineCount(after: string, wanted: number): number | undefined {
  const list = inlineList.exec(after)?.[1]
  if (list === undefined || /等|\d|分别|负责/.test(list)) return undefined
  const items = list
    .replace(/[（(][^）)]*[）)]?/g, '')
    .split(/[、，,]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
  if (items.length < 2 || !items.every((item) => officeEnd.test(item))) return undefined
  const split = items.flatMap((item) => splitAnd(item))
  return [items.length, split.length].includes(wanted) ? wanted : items.length
}

/** 甲室和乙室 are two; 规划和建设科 is one. */
function splitAnd(item: string): readonly string[] {
  const halves = item.split(/[和及与]/)
  return halves.length > 1 && halves.every((half) => officeEnd.test(half)) ? halves : [item]
}

/** （6） may be followed by （七）, but not by 3. */
function familyOf(style: NumberStyle): string {
  return style.endsWith('Bracket') ? 'bracket' : style
}

/** The numbered list after 设下列内设机构：. */
function listedOffices(
  paragraphs: readonly Paragraph[],
): { count: number; places: CountClaim['listedAt'] } | undefined {
  const start = paragraphs.findIndex(({ text }) =>
    /(?:下列|以下|如下)(?:\d+个)?(?:内设|职能)?(?:机构|科室|股室|处室|部门)[：:]\s*$/.test(text.trim()),
  )
  if (start < 0) return undefined
  const items: Paragraph[] = []
  let family: string | undefined
  for (const paragraph of paragraphs.slice(start + 1)) {
    if (paragraph.text.trim() === '') continue
    const numbering = readNumbering(paragraph.text)
    if (numbering?.ordinal !== items.length + 1) break
    family ??= familyOf(numbering.style)
    if (familyOf(numbering.style) !== family) break
    items.push(paragraph)
  }
  if (items.length < 2) return undefined
  return {
    count: items.length,
    places: items.map((item) => placeInParagraph(item, readNumbering(item.text)?.printed ?? item.text)),
  }
}
