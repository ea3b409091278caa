import type { Document } from '../document/document.js'
import type { Filing } from '../filing/filing.js'
import type { CheckResult, Finding } from '../law/check.js'
import type { Pack } from '../pack/pack.js'
import { recognise } from '../recognise/recognise.js'
import { type FormScore, scoreForm } from '../scoring/score-form.js'
import { findCauses } from './find-causes.js'
import { runChecks } from './run-checks.js'

/** A document with everything that the engine says about it. */
export type CheckedDocument = Readonly<{
  filing: Filing
  results: readonly CheckResult[]
  findings: readonly Finding[]
  scores: readonly FormScore[]
}>

/** Recognises, scores and checks one document. `pack` limits the forms looked for to one pack. */
export function checkDocument(
  document: Document,
  packs: readonly Pack[],
  options: Readonly<{ pack?: string | undefined }> = {},
): CheckedDocument {
  const candidates =
    options.pack === undefined
      ? packs
      : packs.filter(({ id, form }) => id === options.pack || form === 'report')
  const filing = recognise(document, candidates)
  const results = runChecks(filing, candidates)
  return { filing, results, findings: findCauses(results), scores: scoresOf(filing, candidates) }
}

function scoresOf(filing: Filing, packs: readonly Pack[]): FormScore[] {
  return filing.forms.flatMap((form) => {
    const pack = packs.find(({ id }) => id === form.pack)
    return pack?.scoring === undefined ? [] : [scoreForm(form, pack)]
  })
}
