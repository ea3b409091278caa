import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkDocument } from './core/checks/check-document.js'
import type { Draft } from './core/draft/draft.js'
import { draftDocument } from './core/draft/draft-document.js'
import { draftReport } from './core/draft/draft-report.js'
import { printDraft } from './core/draft/print-draft.js'
import type { Filing } from './core/filing/filing.js'
import type { Finding } from './core/law/check.js'
import { parseCaseDocument } from './core/pack-check/case-document.js'
import { readDocument } from './documents/read-document.js'
import { readFieldControls } from './documents/word/read-controls.js'
import { writeDocx } from './documents/word/write-docx.js'
import { loadPacks } from './packs/load-packs.js'
import { unboundFigures } from './testing/draft-figures.js'
import { shanxiReport, transferForm } from './testing/draft-forms.js'
import { departmentText, soundYear, yearBefore } from './testing/draft-samples.js'
import { root } from './testing/repository.js'
import { projectForm } from './testing/sample-forms.js'

const shared = join(root, '../shared')
const names = ['000', '001', '002', '003', '004']
const files = names.flatMap((name) => [
  join(shared, `seeds/${name}.txt`),
  join(shared, `seed-files/${name}.docx`),
])
const there = existsSync(join(shared, 'seeds'))
const packs = loadPacks()

const errors = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity === 'error')

/** Findings in a sentence of ours, not only in a form or in words that the unit wrote itself. */
function findingsInOurs(draft: Draft, filing: Filing, findings: readonly Finding[]): readonly Finding[] {
  const { positions } = draftDocument(draft.blocks, filing)
  return findings.filter(({ places }) =>
    places.some(({ part }) => {
      const position = positions.get(Number(/^paragraph (\d+)$/.exec(part)?.[1]))
      const block = position === undefined ? undefined : draft.blocks[position]
      const kept = (field: string | undefined) => field?.includes('narrative.sections')
      return block?.kind === 'paragraph' && !block.runs.some(({ field }) => kept(field))
    }),
  )
}

const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ check, message }) => `${check}: ${message}`)

describe.skipIf(!there)(
  'a draft from each sample report (../shared/seeds; skipped where it is absent)',
  () => {
    it.each(files)('%s: our sentences pass our own check', async (file) => {
      const { document } = await readDocument(readFileSync(file))
      const own = checkDocument(document, packs)
      const draft = draftReport({ filing: own.filing, lastYear: undefined, packs })
      const known = new Set(errors(own.findings).map(({ rule, check }) => `${rule} ${check}`))
      const { findings } = checkDocument(draftDocument(draft.blocks, own.filing).document, packs)
      const fresh = errors(findings).filter(({ rule, check }) => !known.has(`${rule} ${check}`))
      expect(told(fresh)).toEqual([])
      const ours = findingsInOurs(draft, own.filing, findings)
      expect(told(errors(ours))).toEqual([])
      expect(told(ours.filter(({ check }) => check === 'numbering-order'))).toEqual([])
      expect(told(findings.filter(({ check }) => check === 'required-sections'))).toEqual([])
      expect(unboundFigures(draft.blocks)).toEqual([])
      expect(draft.paragraphs.length).toBeGreaterThan(25)
    })
  },
)

describe('a draft in Word', () => {
  it('locks its figures under their fields and leaves the unit’s own words to be edited', async () => {
    const { filing } = checkDocument(parseCaseDocument(departmentText(soundYear)), packs)
    const lastYear = checkDocument(parseCaseDocument(departmentText(yearBefore)), packs).filing
    const draft = draftReport({ filing, lastYear, packs })
    const tags = readFieldControls(await writeDocx(printDraft(filing, { draft, packs })))
    expect(tags.get('computed.changeOf(forms[1].totalFunds.executedAmount)')).toBe('42.66')
    expect(tags.get('computed.rateOf(forms[1].totalFunds.executedAmount)')).toBe('98.48%')
    expect([...tags.keys()].filter((tag) => tag.includes('narrative.'))).toEqual([])
  })
})

/** A form for each outline that ships, read by its own pack. */
const forms: Readonly<Record<string, string>> = {
  'central/project-self-evaluation/2020': projectForm,
  'hunan/project-self-evaluation/2024': projectForm,
  'yunnan/project-self-evaluation/2023': projectForm,
  'central/department-self-evaluation/2021': departmentText(soundYear),
  'hunan/department-self-evaluation/2023': departmentText({ ...soundYear, year: 2023 }),
  'hunan/department-self-evaluation/2024': departmentText(soundYear),
  'shanxi/department-self-evaluation/2021': shanxiReport,
  'any/transfer-self-evaluation/2020': transferForm,
}

describe('every outline that ships', () => {
  const outlines = packs.filter(({ report }) => report !== undefined)

  it('is drafted by this test', () => {
    expect(outlines.map(({ id }) => id).sort()).toEqual(Object.keys(forms).sort())
  })

  it.each(outlines.map((pack) => [pack.id, pack] as const))(
    '%s: has no error in our sentences',
    (id, pack) => {
      const read = checkDocument(parseCaseDocument(forms[id] ?? ''), packs).filing
      const filing = {
        ...read,
        forms: read.forms.map((form) => (form.form === pack.form ? { ...form, pack: id } : form)),
      }
      expect(filing.forms.some((form) => form.pack === id)).toBe(true)
      const draft = draftReport({ filing, lastYear: undefined, packs })
      const { findings } = checkDocument(draftDocument(draft.blocks, filing).document, packs)
      const ours = findingsInOurs(draft, filing, findings).filter(({ severity }) => severity !== 'info')
      expect(told(ours.filter(({ check }) => check !== 'placeholders'))).toEqual([])
      expect(draft.missing.filter(({ reason }) => reason === 'contradicted')).toEqual([])
      expect(unboundFigures(draft.blocks)).toEqual([])
      expect(draft.paragraphs[0]?.runs.map(({ text }) => text).join('')).toContain(
        pack.report?.title.replace(/^部门（单位）|^部门/, ''),
      )
    },
  )
})
