import type { Splice } from '../../xml/splice.js'
import { isEmptyTag, type XmlElement } from '../xml-tree.js'
import type { Range } from './find-range.js'
import type { Edge } from './paragraph-parts.js'

/** A comment's number and the stretch of the document that it is on. */
export type PlacedComment = Readonly<{ id: number; range: Range }>

/** How names of the main part are written: with the prefix of its elements, and one that attributes bear. */
export type Names = Readonly<{ element: string; attribute: string; declaration: string }>

type Gathered = { edge: Edge; points: string[]; ends: string[]; starts: string[] }

/**
 * What is put into the main part so that each comment stands on its stretch: range marks and the reference behind them.
 * At one position the ends of stretches come before the starts of others.
 */
export function placeComments(
  comments: readonly PlacedComment[],
  names: Names,
  { source, empty }: Readonly<{ source: Buffer; empty: readonly XmlElement[] }>,
): Splice[] {
  const gathered = new Map<number, Gathered>()
  for (const { id, range } of comments) {
    const written = marksFor(id, names)
    if (range.start.at === range.end.at) at(gathered, range.start).points.push(written.start + written.end)
    else {
      at(gathered, range.start).starts.push(written.start)
      at(gathered, range.end).ends.unshift(written.end)
    }
  }
  return [...gathered.values()].map(({ edge, ends, points, starts }) => {
    const text = [...ends, ...points, ...starts].join('')
    const paragraph = empty.find(({ end }) => end === edge.at)
    return paragraph ? opened(paragraph, text) : cut(edge, text, source)
  })
}

function at(gathered: Map<number, Gathered>, edge: Edge): Gathered {
  const known = gathered.get(edge.at) ?? { edge, points: [], ends: [], starts: [] }
  gathered.set(edge.at, known)
  return known
}

function marksFor(id: number, { element, attribute, declaration }: Names): { start: string; end: string } {
  const tag = (name: string) => `<${element}${name}${declaration} ${attribute}id="${id}"/>`
  const reference = `<${element}r>${tag('commentReference')}</${element}r>`
  return { start: tag('commentRangeStart'), end: tag('commentRangeEnd') + reference }
}

/** A paragraph written as one empty tag gets content. */
function opened(paragraph: XmlElement, text: string): Splice {
  const { prefix, name, end } = paragraph
  return { at: end - 2, removed: 2, text: `>${text}</${prefix}${name}>` }
}

/** A run that is cut goes on behind with the same properties. */
function cut({ at, cuts }: Edge, text: string, source: Buffer): Splice {
  if (cuts === undefined) return { at, text }
  const { run, text: cutText } = cuts
  const properties = run.children.find(({ name }) => name === 'rPr')
  const again = source.toString('utf8', run.start, run.openEnd) + sliceOf(properties, source)
  const [close, open] = cutText === undefined ? ['', ''] : [closing(cutText), reopening(cutText)]
  return { at, text: `${close}${closing(run)}${text}${again}${open}` }
}

function sliceOf(element: XmlElement | undefined, source: Buffer): string {
  return element === undefined ? '' : source.toString('utf8', element.start, element.end)
}

function closing({ prefix, name }: XmlElement): string {
  return `</${prefix}${name}>`
}

function reopening({ prefix, name }: XmlElement): string {
  return `<${prefix}${name} xml:space="preserve">`
}

/** Whether a paragraph has no last tag that content could stand before. */
export function needsOpening(paragraph: XmlElement): boolean {
  return isEmptyTag(paragraph)
}
