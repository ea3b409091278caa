import type { Block, Paragraph } from '../document/document.js'
import type { Filing, Form } from '../filing/filing.js'
import { findTitles } from '../narrative/title.js'
import { isSignature } from '../recognise/recognise-form.js'
import type { FormFrame } from './print-form.js'

/** The frame of a form and the paragraphs of the document that are in it. */
export type FoundFrame = Readonly<{ frame: FormFrame; paragraphs: readonly number[] }>

const longestSubtitle = 60

/**
 * Title, subtitle and signature that stand around a form in its document. Only what stands right above and below is
 * taken; anything else remains a paragraph of the report.
 */
export function findFrame(filing: Filing, form: Form, position: number): FoundFrame {
  const { blocks } = filing.document
  const above = paragraphsFrom(blocks.slice(0, position).reverse()).reverse()
  const below = paragraphsFrom(blocks.slice(position + 1))
  const head = headOf(filing, form, above)
  const foot = footOf(below)
  return {
    frame: {
      title: head.title.length === 0 ? undefined : textOf(head.title),
      subtitle: head.subtitle.length === 0 ? undefined : textOf(head.subtitle),
      signature: foot.length === 0 ? undefined : textOf(foot),
    },
    paragraphs: [...head.title, ...head.subtitle, ...foot].map(({ index }) => index),
  }
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
  const end = below.findIndex(({ text }) => !isNote(text) && !isSignature(text))
  return below.slice(0, end === -1 ? below.length : end)
}

function isNote(text: string): boolean {
  return /^\s*(?:[说說]明|备?注|填表说明)\s*[:：]/.test(text)
}

function paragraphsFrom(blocks: readonly Block[]): Paragraph[] {
  const table = blocks.findIndex(({ kind }) => kind === 'table')
  return blocks
    .slice(0, table === -1 ? blocks.length : table)
    .filter((block) => block.kind === 'paragraph')
    .filter(({ text }) => text.trim() !== '')
}

function textOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ text }) => text.trim()).join('\n')
}
