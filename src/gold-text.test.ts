import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { textKinds } from './core/checks/kinds/text-kinds/index.js'
import type { Outcome } from './core/law/check.js'
import { recognise } from './core/recognise/recognise.js'
import { readText } from './documents/text/read-text.js'
import { readShippedYaml } from './packs/load-packs.js'
import { type GoldStatement, loadGold, sharedFolder } from './testing/gold.js'
import { textDefinitions } from './testing/text-checks.js'

type Said = Outcome & Readonly<{ rule: string }>

/** Rules of the indicator table itself are asked elsewhere. */
const elsewhere = /^S002-0(?:49|50|51|52)$/

function saidOf(seed: string): readonly Said[] {
  const text = readFileSync(new URL(`seeds/${seed}.txt`, sharedFolder), 'utf8')
  const filing = recognise(readText(text), readShippedYaml(undefined).packs)
  return textDefinitions().flatMap((definition) =>
    (textKinds[definition.kind]?.(filing, definition) ?? [])
      .filter(({ verdict }) => verdict === 'violated')
      .map((outcome) => ({
        ...outcome,
        rule: definition.rule,
        severity: outcome.severity ?? definition.severity,
      })),
  )
}

function speaksOf(said: Said, statement: GoldStatement): boolean {
  const lines = [statement.line, ...statement.also.map(({ line }) => line)]
  return (
    said.rule === statement.rule && said.places.some(({ line }) => line !== undefined && lines.includes(line))
  )
}

describe.skipIf(sharedFolder === undefined)('structure and words of the verified reports', () => {
  it.each(['000', '001', '002'])(
    '%s: everything certain is found, nothing else is an error or a warning',
    (seed) => {
      const rules = new Set(textDefinitions().map(({ rule }) => rule))
      const gold = loadGold(seed).filter(({ rule, id }) => rules.has(rule) && !elsewhere.test(id))
      const said = saidOf(seed)
      const wrong = gold.filter(({ verdict }) => verdict === 'violated')
      const missed = wrong.filter(
        (one) => one.certainty === 'certain' && !said.some((finding) => speaksOf(finding, one)),
      )
      const alarms = said
        .filter(({ severity }) => severity !== 'info')
        .filter((finding) => !wrong.some((one) => speaksOf(finding, one)))
      expect(missed.map(({ id }) => id)).toEqual([])
      expect(alarms.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
    },
  )
})
