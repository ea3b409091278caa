import type { Block, Document, Paragraph, Table } from '../document/document.js'
import type { Filing, Form } from '../filing/filing.js'
import { readNarrative } from '../narrative/read-narrative.js'
import { findBudgetYear, findUnit } from '../narrative/title.js'
import type { Pack } from '../pack/pack.js'
import { beginsForm, choosePack } from './choose-pack.js'
import { factsOfForms } from './facts-of-form.js'
import { Grid } from './grid.js'
import { type RecognisedForm, recogniseForm, type Surroundings } from './recognise-form.js'
import { recogniseUnknown } from './recognise-unknown.js'
import { firstRowOfForm, yearInTables } from './title-rows.js'

/** Document and packs → filing: every form found, the prose read, every figure a fact with its place. */
export function recognise(document: Document, packs: readonly Pack[]): Filing {
  const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph')
  const budgetYear = findBudgetYear(document) ?? yearInTables(document)
  const recognised = document.blocks.flatMap((block, position) =>
    block.kind === 'table'
      ? recogniseTable(block, surroundingsOf(document.blocks, position), { packs, budgetYear })
      : [],
  )
  const forms = recognised.map(({ form }) => form)
  const narrative = readNarrative(paragraphs, { budgetYear })
  return {
    unit: unitName(forms) ?? findUnit(document),
    budgetYear,
    document,
    forms,
    narrative,
    facts: [...factsOfForms(forms, packs, budgetYear), ...narrative.facts],
    unplaced: recognised.flatMap(({ unplaced }) => unplaced),
  }
}

type Context = Readonly<{ packs: readonly Pack[]; budgetYear: number | undefined }>

/** A table may hold several forms below each other; each begins where some pack's first label stands. */
function recogniseTable(
  table: Table,
  surroundings: Surroundings,
  { packs, budgetYear }: Context,
): RecognisedForm[] {
  const whole = Grid.of(table)
  const starts = whole.rows().filter((row) => row > 0 && beginsForm(whole, row, packs))
  const edges = [0, ...starts.map((row) => firstRowOfForm(whole, row)).filter((row) => row > 0), table.rows]
  return edges.slice(0, -1).map((firstRow, index) => {
    const grid = whole.part(firstRow, edges[index + 1] ?? table.rows)
    const pack = choosePack(grid, packs, budgetYear)
    return pack === undefined ? recogniseUnknown(grid) : recogniseForm(grid, pack, surroundings)
  })
}

const titleDistance = 4
const signatureDistance = 4

function surroundingsOf(blocks: readonly Block[], position: number): Surroundings {
  return {
    before: paragraphsUntilTable(
      blocks.slice(Math.max(0, position - titleDistance), position).reverse(),
    ).reverse(),
    after: paragraphsUntilTable(blocks.slice(position + 1, position + 1 + signatureDistance)),
  }
}

function paragraphsUntilTable(blocks: readonly Block[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const block of blocks) {
    if (block.kind === 'table') break
    paragraphs.push(block)
  }
  return paragraphs
}

function unitName(forms: readonly Form[]): string | undefined {
  for (const { fields } of forms) {
    const text = (fields.unitName ?? fields.implementingUnit)?.text.replace(/\s/g, '')
    if (text !== undefined && text !== '') return text
  }
  return undefined
}
