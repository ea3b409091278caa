import { parse as parseYaml } from 'yaml'
import { textKinds } from '../core/checks/kinds/text-kinds/index.js'
import type { Block, Document } from '../core/document/document.js'
import { parseStated } from '../core/exact/stated.js'
import type { FieldValue, Filing, Form } from '../core/filing/filing.js'
import type { CheckDefinition, Outcome } from '../core/law/check.js'
import { readNarrative } from '../core/narrative/read-narrative.js'
import { findBudgetYear, findUnit } from '../core/narrative/title.js'
import { read } from './repository.js'

const files = ['text', 'words']

/** The definitions of the checks about structure and words, as the shipped pack writes them. */
export function textDefinitions(): readonly CheckDefinition[] {
  return files.flatMap((file): CheckDefinition[] =>
    parseYaml(read(`packs/any/report/2020/checks/${file}.yaml`)),
  )
}

/** A report of these paragraphs; lines that begin with | are the rows of a table. */
export function documentOf(text: string): Document {
  const blocks: Block[] = []
  let rows: string[][] = []
  const closeTable = (): void => {
    if (rows.length === 0) return
    const cells = rows.flatMap((row, rowNumber) =>
      row.map((cell, column) => ({ row: rowNumber, column, rowSpan: 1, columnSpan: 1, text: cell })),
    )
    const index = blocks.filter(({ kind }) => kind === 'table').length + 1
    blocks.push({ kind: 'table', index, rows: rows.length, columns: rows[0]?.length ?? 0, cells })
    rows = []
  }
  text.split('\n').forEach((line, position) => {
    if (line.startsWith('|')) {
      rows.push(
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
      return
    }
    closeTable()
    const index = blocks.filter(({ kind }) => kind === 'paragraph').length + 1
    blocks.push({ kind: 'paragraph', index, text: line, line: position + 1 })
  })
  closeTable()
  return { blocks, notes: [] }
}

/** A filing of that document with these forms. */
export function filingOf(text: string, forms: readonly Form[] = []): Filing {
  const document = documentOf(text)
  const budgetYear = findBudgetYear(document)
  const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph')
  const narrative = readNarrative(paragraphs, { budgetYear })
  return {
    unit: findUnit(document),
    budgetYear,
    document,
    forms,
    narrative,
    facts: narrative.facts,
    unplaced: [],
  }
}

/** A field that states what its text says. */
export function fieldOf(text: string): FieldValue {
  const stated = parseStated(text)
  const unit = stated.kind === 'number' ? stated.unit : undefined
  return { text, stated, unit, place: { part: 'table 1', row: 0, column: 0, quote: text } }
}

/** Every violated outcome of every check about structure and words: `check: message`. */
export function violations(filing: Filing): readonly (Outcome & { check: string })[] {
  return textDefinitions().flatMap((definition) =>
    (textKinds[definition.kind]?.(filing, definition) ?? [])
      .filter(({ verdict }) => verdict === 'violated')
      .map((outcome) => ({ ...outcome, check: definition.id })),
  )
}
