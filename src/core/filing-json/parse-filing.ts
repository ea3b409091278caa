import type { Document } from '../document/document.js'
import type { Filing, Form } from '../filing/filing.js'
import { readNarrative } from '../narrative/read-narrative.js'
import { findBudgetYear, findUnit } from '../narrative/title.js'
import type { Pack } from '../pack/pack.js'
import { factsOfForms } from '../recognise/facts-of-form.js'
import { JsonValue } from './json-value.js'
import { parseDocument, parsePlace } from './parse-document.js'
import { parseForm } from './parse-form.js'

const schema = 'hengxiao.filing/1'

/**
 * A filing from its JSON (`hengxiao.filing/1`): as `read --as filing` prints it, or written by hand with no more than
 * unit, budgetYear and forms whose fields are plain texts. Facts and what the prose says are computed again.
 *
 * @throws DomainError FILING_WRONG with the place in the JSON
 */
export function parseFiling(json: unknown, packs: readonly Pack[]): Filing {
  const root = new JsonValue(json).onlyKeys(rootKeys)
  const named = root.optional('schema', (value) => value.text()) ?? schema
  if (named !== schema) root.at('schema').refuse(`这里只能写 "${schema}"。`)
  const document = parseDocument(root)
  const forms = parseForms(root, document, packs)
  if (forms.length === 0 && document.blocks.length === 0)
    root.refuse('既没有表（forms）也没有正文（blocks）。')
  const budgetYear =
    root.optional('budgetYear', (value) => value.integer(1900, 2999)) ?? findBudgetYear(document)
  const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph')
  const narrative = readNarrative(paragraphs, { budgetYear })
  return {
    unit: root.optional('unit', (value) => value.text()) ?? findUnit(document),
    budgetYear,
    document,
    forms,
    narrative,
    facts: [...factsOfForms(forms, packs, budgetYear), ...narrative.facts],
    unplaced:
      root.optional('unplaced', (value) =>
        value.list().map((place) => parsePlace(place, { part: 'paragraph 1', quote: '' })),
      ) ?? [],
  }
}

const rootKeys = ['schema', 'unit', 'budgetYear', 'forms', 'blocks', 'notes', 'sections', 'facts', 'unplaced']

function parseForms(root: JsonValue, document: Document, packs: readonly Pack[]): readonly Form[] {
  const tables = document.blocks.filter(({ kind }) => kind === 'table').length
  const list = root.optional('forms', (value) => value.list()) ?? []
  return list.map((form, index) => parseForm(form, { packs, document, table: tables + index + 1 }))
}
