import {
  type Block,
  type Document,
  type Paragraph,
  type Place,
  placeInParagraph,
} from '../../../document/document.js'
import type { Filing } from '../../../filing/filing.js'
import { endsReport } from '../../../narrative/sections.js'
import { isUnitName } from '../../../narrative/unit-name.js'
import { onceFor } from '../../../remember.js'
import { type Day, daysIn, exists } from './calendar.js'
import { readSignature } from './signature-line.js'

type Dated = Readonly<{ day: Day; place: Place }>

/** The days on which the report and its forms were signed, in the order of the document. */
export function reportDates({ document }: Filing): readonly Dated[] {
  return datesOf(document)
}

const datesOf = onceFor((document: Document): readonly Dated[] => {
  const filled = document.blocks.filter((block) => block.kind === 'table' || block.text.trim() !== '')
  return filled.flatMap((block, position) => {
    if (block.kind === 'table') return []
    const day = closes(filled, position) ? closingDay(block) : undefined
    return [day ?? fillingDay(block)].filter((found) => found !== undefined)
  })
})

/** A date by itself dates the report below the unit's name or as the report's last line. */
function closes(blocks: readonly Block[], position: number): boolean {
  const [before, after] = [blocks[position - 1], blocks[position + 1]]
  if (before?.kind === 'paragraph' && isUnitName(before.text)) return true
  return after === undefined || after.kind === 'table' || endsReport(after.text)
}

function closingDay(paragraph: Paragraph): Dated | undefined {
  const text = paragraph.text.trim()
  const [day] = daysIn(text)
  return day !== undefined && day.printed === text && exists(day)
    ? { day, place: placeInParagraph(paragraph, text) }
    : undefined
}

function fillingDay(paragraph: Paragraph): Dated | undefined {
  const field = readSignature(paragraph.text)?.find(({ role }) => role === 'date')
  const [day] = field === undefined ? [] : daysIn(field.value)
  if (field === undefined || day === undefined || !exists(day)) return undefined
  return { day, place: placeInParagraph(paragraph, field.printed.trim()) }
}
