import { skipped } from '../../word/body-reader.js'
import { runText } from '../../word/paragraph-reader.js'
import { valueOf, type XmlElement, type XmlText } from '../xml-tree.js'

/**
 * Where a mark may be put in a paragraph: between runs and other pieces of it, between the pieces of a run, or in
 * the middle of a run's text. The last two cut the run in two.
 */
export type Edge = Readonly<{ at: number; cuts?: Cut }>

/** A run to be cut, and its text when the cut goes through one. */
export type Cut = Readonly<{ run: XmlElement; text?: XmlElement }>

/** A printed sign that is no space, and the edges before and behind it. */
export type Letter = Readonly<{ sign: string; before: Edge; after: Edge }>

/** Subtrees that the reader leaves out, or that stand elsewhere in the document as read. */
const left = new Set([...skipped, 'del', 'moveFrom', 'pPr', 'rPr', 'sdtPr', 'ffData', 'txbxContent'])
/** In these, marks may stand just as in the paragraph itself; beside anything else they stand outside of it. */
const transparent = new Set(['ins', 'moveTo', 'smartTag'])
const unprinted = /[\s\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/

/** Signs of a text that a quote is compared by: spaces, line breaks and what is not seen are left out. */
export function lettersOf(text: string): string[] {
  return [...text].filter((sign) => !unprinted.test(sign))
}

/** The printed signs of a paragraph, with the edges where a mark can be put; `source` is the part it stands in. */
export function lettersIn(paragraph: XmlElement, source: Buffer): Letter[] {
  return printing(paragraph).flatMap((element) => {
    const run = runAround(element)
    if (run === undefined) return []
    if (element.name === 't') return textLetters(element, run, source)
    const edges = edgesAround(element, run)
    return lettersOf(runText(element.name, element.attributes)).map((sign) => ({ sign, ...edges }))
  })
}

/** Elements in the order they are printed, without what the reader leaves out; no recursion, files may be deep. */
function printing(paragraph: XmlElement): XmlElement[] {
  const found: XmlElement[] = []
  const waiting = [...paragraph.children].reverse()
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (left.has(element.name) || element.prefix === 'a:' || isPlaceholder(element)) continue
    found.push(element)
    for (let index = element.children.length - 1; index >= 0; index--) {
      const child = element.children[index]
      if (child !== undefined) waiting.push(child)
    }
  }
  return found
}

function isPlaceholder({ name, parent }: XmlElement): boolean {
  if (name !== 'sdtContent' || parent === undefined) return false
  const properties = parent.children.find((child) => child.name === 'sdtPr')
  const showing = properties?.children.find((child) => child.name === 'showingPlcHdr')
  return showing !== undefined && !/^(0|false|off)$/.test(valueOf(showing, 'val') ?? '')
}

function runAround(element: XmlElement): XmlElement | undefined {
  for (let at = element.parent; at !== undefined; at = at.parent) if (at.name === 'r') return at
  return undefined
}

function textLetters(text: XmlElement, run: XmlElement, source: Buffer): Letter[] {
  const around = edgesAround(text, run)
  const mayCut = isFree(run) && isPlain(run) && text.parent === run
  const letters = text.texts.flatMap((piece) => signsOf(piece, source))
  return letters.map(({ sign, start, end }, index) => {
    const before = index === 0 ? around.before : { at: start, cuts: { run, text } }
    const after = index === letters.length - 1 ? around.after : { at: end, cuts: { run, text } }
    return mayCut ? { sign, before, after } : { sign, ...around }
  })
}

type Sign = Readonly<{ sign: string; start: number; end: number }>

/**
 * Signs as written, an entity being one. Spaces before a sign belong to it: a text that is cut behind a space would
 * lose the space where it does not say that spaces count.
 */
function signsOf({ text, start, end }: XmlText, source: Buffer): Sign[] {
  const raw = source.toString('utf8', start, end)
  if (raw.startsWith('<![CDATA[')) return lettersOf(text).map((sign) => ({ sign, start, end }))
  const decoded = [...text]
  let at = start
  let from = start
  return [...raw.matchAll(/&[^;]*;|[\s\S]/gu)].flatMap(([written], index) => {
    at += Buffer.byteLength(written)
    const sign = decoded[index] ?? ''
    if (unprinted.test(sign)) return []
    const found = { sign, start: from, end: at }
    from = at
    return [found]
  })
}

/** The edges beside an element of a run: beside the run where it is first or last in it, else inside the run. */
function edgesAround(element: XmlElement, run: XmlElement): Pick<Letter, 'before' | 'after'> {
  if (!isFree(run)) {
    const { start, end } = outermost(run)
    return { before: { at: start }, after: { at: end } }
  }
  const content = run.children.filter(({ name }) => name !== 'rPr')
  const mayCut = isPlain(run) && element.parent === run
  const isFirst = !mayCut || content[0] === element
  const isLast = !mayCut || content.at(-1) === element
  return {
    before: isFirst ? { at: run.start } : { at: element.start, cuts: { run } },
    after: isLast ? { at: run.end } : { at: element.end, cuts: { run } },
  }
}

/** Whether marks may stand directly beside a run. */
function isFree(run: XmlElement): boolean {
  for (let at = run.parent; at !== undefined && at.name !== 'p'; at = at.parent) {
    if (!transparent.has(at.name)) return false
  }
  return true
}

/** What holds a run that marks may not stand beside, and that they may. */
function outermost(run: XmlElement): XmlElement {
  let holder = run
  for (let at = run.parent; at !== undefined && at.name !== 'p'; at = at.parent) {
    if (!transparent.has(at.name)) holder = at
  }
  return holder
}

/** A run whose properties can be written twice: tracked changes of them bear numbers that may stand but once. */
function isPlain({ children }: XmlElement): boolean {
  const properties = children.find(({ name }) => name === 'rPr')
  return (
    properties === undefined ||
    !properties.children.some(({ name }) => /^(ins|del|move|rPrChange)/.test(name))
  )
}
