import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CheckedDocument, checkDocument } from './core/checks/check-document.js'
import type { Document } from './core/document/document.js'
import { readDocument } from './documents/read-document.js'
import { loadPacks } from './packs/load-packs.js'
import { disagreements } from './testing/disagreements.js'
import { type GoldStatement, lineOf, loadGold, matches, sharedFolder } from './testing/gold.js'

const seeds = ['000', '001', '002']
const formats = ['txt', 'docx'] as const

async function readShared(path: string): Promise<Document> {
  return (await readDocument(readFileSync(new URL(path, sharedFolder)))).document
}

const isCertain = ({ verdict, certainty }: GoldStatement): boolean =>
  verdict === 'violated' && certainty === 'certain'

if (sharedFolder === undefined) {
  it.skip('real reports are not beside this checkout (../shared): nothing to compare with', () => {})
}

describe.skipIf(sharedFolder === undefined)('hand-verified statements about real reports', () => {
  describe.each(formats)('read from .%s', (format) => {
    describe.each(seeds)('report %s', (seed) => {
      let text: Document
      let checked: CheckedDocument
      let gold: readonly GoldStatement[]

      beforeAll(async () => {
        text = await readShared(`seeds/${seed}.txt`)
        const document = format === 'txt' ? text : await readShared(`seed-files/${seed}.docx`)
        checked = checkDocument(document, loadPacks())
        gold = loadGold(seed)
      })

      it.each([
        ['error', 0.95],
        ['warn', 0.85],
        ['info', 0.5],
      ] as const)('finds the certain wrong statements of severity %s', (severity, least) => {
        const wanted = gold.filter((statement) => isCertain(statement) && statement.severity === severity)
        const missed = wanted.filter(
          (statement) => !checked.findings.some((finding) => matches(finding, statement, text)),
        )
        console.log(
          `${seed}.${format} ${severity}: ${wanted.length - missed.length} of ${wanted.length} found`,
        )
        expect(
          (wanted.length - missed.length) / Math.max(wanted.length, 1),
          missed.map(({ id }) => id).join(' '),
        ).toBeGreaterThanOrEqual(wanted.length === 0 ? 0 : least)
      })

      it('raises no false error or warning', () => {
        const loud = checked.findings.filter(({ severity }) => severity !== 'info')
        const wrong = gold.filter(({ verdict }) => verdict === 'violated')
        const other = loud.filter((finding) => !wrong.some((statement) => matches(finding, statement, text)))
        const unexplained = other.filter(({ rule, places }) => {
          const lines = places.map((place) => lineOf(place, text))
          return !disagreements.some(
            (known) => known.seed === seed && known.rule === rule && lines.includes(known.line),
          )
        })
        const right = loud.length - unexplained.length
        console.log(`${seed}.${format} precision: ${right} of ${loud.length} errors and warnings are right`)
        expect(
          right / loud.length,
          unexplained.map(({ message }) => message).join('\n'),
        ).toBeGreaterThanOrEqual(0.98)
      })

      it('flags nothing that holds or holds by rounding', () => {
        const held = gold.filter(({ verdict }) => verdict === 'holds')
        const wrong = gold.filter(({ verdict }) => verdict === 'violated')
        const flagged = checked.findings.filter(
          (finding) =>
            finding.severity !== 'info' &&
            held.some((statement) => matches(finding, statement, text)) &&
            !wrong.some((statement) => matches(finding, statement, text)),
        )
        expect(flagged.map(({ rule, message }) => `${rule} ${message}`)).toEqual([])
      })
    })
  })
})

describe.skipIf(sharedFolder === undefined)('real reports become complete filings', () => {
  it.each(['000', '001', '002', '003', '004'])(
    'every number in the tables of %s has a named field or is listed',
    async (seed) => {
      const { filing } = checkDocument(await readShared(`seed-files/${seed}.docx`), loadPacks())
      const cells = filing.document.blocks.flatMap((block) => (block.kind === 'table' ? block.cells : []))
      const numbers = cells.filter(({ text }) => /\d/.test(text)).length
      console.log(`${seed}.docx unplaced: ${filing.unplaced.length} of ${numbers} cells with numbers`)
      expect(filing.unplaced.length).toBeLessThanOrEqual(numbers / 100)
      expect(filing.forms.filter(({ form }) => form === 'unknown')).toEqual([])
    },
  )
})
