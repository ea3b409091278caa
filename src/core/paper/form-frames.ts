import type { Block, Paragraph } from '../document/document.js'
import type { Filing, Form } from '../filing/filing.js'
import { findTitles } from '../narrative/title.js'
import type { FormFrame } from './print-form.js'
import { frameInTable, isBelowForm } from './table-frame.js'

/** The frame of a form and the paragraphs of the document that are in it. */
export type FoundFrame = Readonly<{ frame: FormFrame; paragraphs: readonly number[] }>

const longestSubtitle = 60

/**
 * Title, subtitle and signature that stand around a form in its document, or inside its table. Only what stands right
 * above and below is taken; anything else remains a paragraph of the report. Of several forms in one table each has
 * its own title, and the last one what stands below.
 */
export function findFrame(filing: Filing, form: Form, position: number): FoundFrame {
  const { blocks } = filing.document
  const table = blocks[position]
  if (table?.kind !== 'table') return { frame: noFrame, paragraphs: [] }
  const forms = filing.forms.filter((one) => one.table === form.table)
  const above = paragraphsFrom(blocks.slice(0, position).reverse()).reverse()
  const isFirst = forms.find(({ titlePlace }) => titlePlace?.part === form.titlePlace?.part) === form
  const head = isFirst ? headOf(filing, form, above) : { title: [], subtitle: [] }
  const foot = forms.at(-1) === form ? footOf(paragraphsFrom(blocks.slice(position + 1))) : []
  const inside = frameInTable(filing, form, table)
  return {
    frame: {
      title: textOf(head.title) ?? inside.title,
      subtitle: textOf(head.subtitle) ?? inside.subtitle,
      signature: joined(inside.signature, textOf(foot)),
    },
    paragraphs: [...head.title, ...head.subtitle, ...foot].map(({ index }) => index),
  }
}

const noFrame: FormFrame = { title: undefined, subtitle: undefined, signature: undefined }

function joined(...parts: readonly (string | undefined)[]): string | undefined {
  const known = parts.filter((part) => part !== undefined)
  return known.length === 0 ? undefined : known.join('\n')
}

type Head = Readonly<{ title: readonly Paragraph[]; subtitle: readonly Paragraph[] }>

function headOf({ document }: Filing, { titlePlace }: Form, above: readonly Paragraph[]): Head {
  const none = { title: [], subtitle: [] }
  const last = above.findLastIndex(({ index }) => `paragraph ${index}` === titlePlace?.part)
  const own = above[last]
  if (own === undefined) return none
  const lines = findTitles(document).find((title) => title.lines.includes(own))?.lines ?? [own]
  const end = above.findIndex(({ index }) => index === lines.at(-1)?.index)
  const subtitle = above.slice(Math.max(last, end) + 1)
  return subtitle.some(({ text }) => text.length > longestSubtitle) ? none : { title: lines, subtitle }
}

/** Notes (说明：…) right below the form, and the line to be signed. */
function footOf(below: readonly Paragraph[]): readonly Paragraph[] {
  const end = below.findIndex(({ text }) => !isBelowForm(text))
  return below.slice(0, end === -1 ? below.length : end)
}

function paragraphsFrom(blocks: readonly Block[]): Paragraph[] {
  const table = blocks.findIndex(({ kind }) => kind === 'table')
  return blocks
    .slice(0, table === -1 ? blocks.length : table)
    .filter((block) => block.kind === 'paragraph')
    .filter(({ text }) => text.trim() !== '')
}

function textOf(paragraphs: readonly Paragraph[]): string | undefined {
  return joined(...paragraphs.map(({ text }) => text.trim()))
}
