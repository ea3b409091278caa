import { compileFormChecks } from '../checks/compile-form-checks.js'
import { parseStated } from '../exact/stated.js'
import type { FieldValue, Form, FormRow } from '../filing/filing.js'
import { compileSentence } from '../language/compile-sentence.js'
import { findDependencies, type Reference, referenceKey } from '../language/rule.js'
import { makeVocabulary } from '../language/vocabulary.js'
import type { FieldType } from '../pack/layout.js'
import type { Pack, PackCheck } from '../pack/pack.js'
import { entryOf, findText, itemsOf, type PackProblem, problemAt } from '../pack-source/source.js'
import type { PackInHand } from './pack-in-hand.js'

const tries = 4000

/**
 * Own sentences that no form can break. A case that is violated proves that one can; of others a few thousand made-up
 * forms are tried.
 */
export function findUnfailing({ pack, own, outcomes }: PackInHand): readonly PackProblem[] {
  const proved = new Set(
    outcomes.filter(({ actual }) => actual === 'violated').map((outcome) => outcome.check),
  )
  return itemsOf(own.checks).flatMap((node) => {
    const check = pack.checks.find(({ id }) => id === findText(node, 'id'))
    if (check?.sentence === undefined || proved.has(check.id) || canFail(check, pack)) return []
    return [
      problemAt(
        entryOf(node, 'check')?.at ?? node.at,
        `规则“${check.id}”的句子怎么填都不会不成立（试了 ${tries} 种填法）。请看看“当 … 时”的条件和要核对的是不是一回事。`,
      ),
    ]
  })
}

function canFail(check: PackCheck, pack: Pack): boolean {
  const { instances } = compileSentence(check.sentence ?? '', makeVocabulary(pack.blocks, pack.groups))
  const read = new Map(instances.flatMap(findDependencies).map((cell) => [referenceKey(cell), cell]))
  const run = compileFormChecks({ ...pack, checks: [check] })
  const draw = drawFrom(textsFor(check.sentence ?? ''))
  const groups = instances.flatMap(({ over }) => over?.groupedBy ?? [])
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const form = makeForm([...read.values()], { pack, draw, groups })
    if (run(form).some(({ verdict }) => verdict === 'violated')) return true
  }
  return false
}

/** What is put into cells: blanks, a few round numbers, and the numbers that the sentence itself names and their neighbours. */
function textsFor(sentence: string): readonly string[] {
  const named = [...sentence.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  const numbers = [0, 1, 2, 100, ...named.flatMap((number) => [number - 1, number, number + 1])]
  return ['', ...new Set(numbers.filter((number) => number >= 0).map(String))]
}

type Draw = (type: FieldType) => string

/** The same choices every time. Park & Miller's minimal standard generator. */
function drawFrom(texts: readonly string[]): Draw {
  let state = 1
  return (type) => {
    state = (state * 48271) % 2147483647
    if (type === 'text' || type === 'target' || type === 'date') return state % 2 === 0 ? '' : '甲'
    return texts[state % texts.length] ?? ''
  }
}

type Making = Readonly<{ pack: Pack; draw: Draw; groups: readonly string[] }>

/** A form with the cells that a sentence reads; two rows in every list, of one group. */
function makeForm(cells: readonly Reference[], { pack, draw, groups }: Making): Form {
  const fields: Record<string, FieldValue> = {}
  const lists: Record<string, Record<string, FieldValue>[]> = {}
  const valueOf = (type: FieldType, text = draw(type)): FieldValue => ({
    text,
    stated: parseStated(text),
    unit: type === 'amount' ? pack.amounts.unit : undefined,
    place: { part: 'table 1', quote: text },
  })
  for (const cell of cells) {
    if (cell.kind === 'field') fields[cell.id] = valueOf(cell.type)
    else {
      lists[cell.list] ??= [firstRow(groups, valueOf), firstRow(groups, valueOf)]
      for (const row of lists[cell.list] ?? []) row[cell.column] = valueOf(cell.type)
    }
  }
  return { ...emptyForm(pack), fields, lists }
}

function firstRow(
  groups: readonly string[],
  valueOf: (type: FieldType, text?: string) => FieldValue,
): Record<string, FieldValue> {
  return Object.fromEntries(['name', ...groups].map((column) => [column, valueOf('text', '甲')]))
}

function emptyForm({ form, id, title }: Pack): Form {
  const lists: Readonly<Record<string, readonly FormRow[]>> = {}
  const none = { titlePlace: undefined, year: undefined, signature: undefined } as const
  return { form, pack: id, title, table: 1, fields: {}, lists, ...none }
}
