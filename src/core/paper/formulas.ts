import type { Form } from '../filing/filing.js'
import type { Pack } from '../pack/pack.js'
import { cellsOfFormula, type FieldFormula, type Formula } from './formula.js'
import { proposeScores } from './formulas-of-scores.js'
import { proposeSentences } from './formulas-of-sentences.js'

/** Which figures of a form follow from others, and what is to be said of those that do not agree; by field. */
export type FormFormulas = Readonly<{
  formulas: ReadonlyMap<string, FieldFormula>
  /** What the engine computes where the stated figure is another one, in words for the user. */
  notes: ReadonlyMap<string, string>
}>

/**
 * The formulas of a form, from the sentences of its pack (`A = expression`) and from its scoring rules. A figure has
 * one only where the engine's value, rounded half up to the printed decimals, is what is printed; no two depend on
 * each other in a circle.
 */
export function formulasOf(form: Form, pack: Pack): FormFormulas {
  const formulas = new Map<string, FieldFormula>()
  const notes = new Map<string, string>()
  for (const { field, formula, note } of [...proposeSentences(form, pack), ...proposeScores(form, pack)]) {
    if (note !== undefined && !notes.has(field)) notes.set(field, note)
    if (formula === undefined || formulas.has(field)) continue
    if (!reaches(formula.formula, { field, formulas })) formulas.set(field, formula)
  }
  return { formulas, notes }
}

type Search = Readonly<{ field: string; formulas: ReadonlyMap<string, FieldFormula> }>

/** True when a formula reads the field, itself or through the formulas of the cells that it reads. */
function reaches(formula: Formula, search: Search, seen = new Set<string>()): boolean {
  return cellsOfFormula(formula).some(({ field }) => {
    if (field === search.field) return true
    const next = search.formulas.get(field)
    if (next === undefined || seen.has(field)) return false
    seen.add(field)
    return reaches(next.formula, search, seen)
  })
}
