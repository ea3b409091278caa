import {
  type Cell,
  type Paragraph,
  type Place,
  placeInParagraph,
  placeInTable,
} from '../document/document.js'
import { bareWords } from '../exact/normalise.js'
import type { Form } from '../filing/filing.js'
import type { Block } from '../pack/layout.js'
import type { Pack } from '../pack/pack.js'
import type { FormBeingRead } from './form-being-read.js'
import type { Grid } from './grid.js'
import { latestYear } from './label.js'
import { readGrid } from './read-grid.js'
import { readIndicators } from './read-indicators.js'
import { readGoals, readList } from './read-list.js'
import { readInline, readPairs } from './read-pairs.js'
import { headCells } from './title-rows.js'

/** Paragraphs right before and after a table: titles stand before it, signatures after it. */
export type Surroundings = Readonly<{ before: readonly Paragraph[]; after: readonly Paragraph[] }>

export type RecognisedForm = Readonly<{ form: Form; unplaced: readonly Place[] }>

/** Reads one form from a part of a table, block by block; numbers no block took are listed. */
export function recogniseForm(grid: Grid, pack: Pack, surroundings: Surroundings): RecognisedForm {
  const titles = [
    ...surroundings.before
      .filter(({ text }) => isTitle(text, pack))
      .map((paragraph) => ({ text: paragraph.text, place: placeInParagraph(paragraph) })),
    ...headCells(grid)
      .filter(({ text }) => isTitle(text, pack))
      .map((cell) => ({ text: cell.text, place: placeInTable(grid.table, cell) })),
  ]
  const year = latestYear([
    ...grid
      .cells()
      .map(({ text }) => text)
      .filter(isHeading),
    ...titles.map(({ text }) => text),
  ])
  const read: FormBeingRead = {
    grid,
    year,
    amountUnit: amountUnitOf(grid, pack),
    fields: {},
    lists: {},
    taken: new Set(),
  }
  for (const block of pack.blocks) readBlock(read, block)
  const title = titles.at(-1)
  const form: Form = {
    form: pack.form,
    pack: pack.id,
    title: title?.text ?? pack.title,
    titlePlace: title?.place,
    table: grid.table.index,
    year,
    fields: read.fields,
    lists: read.lists,
    signature: surroundings.after.find(({ text }) => isSignature(text)),
  }
  return { form, unplaced: unplacedIn(read, pack) }
}

function readBlock(read: FormBeingRead, block: Block): void {
  switch (block.kind) {
    case 'pairs':
      return readPairs(read, block)
    case 'inline':
      return readInline(read, block)
    case 'grid':
      return readGrid(read, block)
    case 'goals':
      return readGoals(read, block)
    case 'indicators':
      return readIndicators(read, block)
    case 'list':
      return readList(read, block)
  }
}

const headingLength = 30

function isHeading(text: string): boolean {
  return text.length <= headingLength && /20\d\d年(?:度)?(?:[决预]算|实际|完工)/.test(text.replace(/\s/g, ''))
}

function isTitle(text: string, pack: Pack): boolean {
  const words = bareWords(text)
  return words.length <= 60 && [pack.title, ...pack.titles].some((title) => words.includes(bareWords(title)))
}

/** The line below a form that names preparer, date, phone and head of unit. */
export function isSignature(text: string): boolean {
  return /填\s*[表报]\s*人|填\s*报\s*日\s*期|负责人\s*签\s*[字章]/.test(text)
}

function amountUnitOf(grid: Grid, pack: Pack): string {
  const printed = grid
    .cells()
    .find(({ text }) => text.length < 40 && /[(（][^)）]*(?:万元|亿元|千元|元)[)）]/.test(text))
  const unit = printed === undefined ? undefined : /(万元|亿元|千元|元)\s*[)）]/.exec(printed.text)?.[1]
  return unit ?? pack.amounts.unit
}

function unplacedIn({ grid, taken }: FormBeingRead, pack: Pack): Place[] {
  const isUnplaced = (cell: Cell): boolean =>
    !taken.has(cell) && /\d/.test(cell.text) && !isTitle(cell.text, pack) && !isSignature(cell.text)
  return grid
    .cells()
    .filter(isUnplaced)
    .map((cell) => placeInTable(grid.table, cell))
}
