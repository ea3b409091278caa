import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/load-packs.js'
import { unboundFigures } from '../../testing/draft-figures.js'
import { departmentFiling } from '../../testing/draft-samples.js'
import { soundYears } from '../../testing/draft-years.js'
import { checkDocument } from '../checks/check-document.js'
import type { Finding } from '../law/check.js'
import { draftDocument } from './draft-document.js'
import { draftReport } from './draft-report.js'

const packs = loadPacks()

const messages = (findings: readonly Finding[]): readonly string[] =>
  findings.flatMap(({ severity, check, message }) => (severity === 'info' ? [] : [`${check}: ${message}`]))

describe('whatever the figures, as long as they agree', () => {
  it('nothing in our sentences is wrong, doubtful or invented', () => {
    fc.assert(
      fc.property(soundYears, soundYears, (now, before) => {
        const filing = departmentFiling(now)
        const own = new Set(messages(checkDocument(filing.document, packs).findings))
        const lastYear = departmentFiling({ ...before, year: now.year - 1 })
        const draft = draftReport({ filing, lastYear, packs })
        expect(draft.missing.filter(({ reason }) => reason !== 'notStated')).toEqual([])
        expect(unboundFigures(draft.blocks)).toEqual([])
        const { document } = draftDocument(draft.blocks, filing)
        const found = messages(checkDocument(document, packs).findings)
        expect(found.filter((message) => !own.has(message) && !message.startsWith('placeholders'))).toEqual(
          [],
        )
      }),
      { seed: 20250320, numRuns: 40 },
    )
  }, 60_000)
})
