import { describe, expect, it } from 'vitest'
import { checkDocument } from '../../core/checks/check-document.js'
import { findPersonalData } from '../../core/redact/find-personal-data.js'
import { renderMarkedPage } from '../../documents/mark/html/render-marked-page.js'
import { loadPacks } from '../../packs/load-packs.js'
import {
  brokenLinks,
  elementsNamed,
  elementsOf,
  foreignParts,
  headingLevels,
  textOf,
  textWithout,
} from '../../testing/page-elements.js'
import { readSeedFilings } from '../../testing/seed-filings.js'
import { marksOf } from '../marks-of.js'
import { reportOf } from '../report-of.js'
import { groupFindings } from './groups.js'
import { createHtmlOutput } from './html.js'

const packs = loadPacks()
const seeds = (await readSeedFilings()).map(({ name, filing: { document } }) => {
  const checked = checkDocument(document, packs)
  const facts = { file: name, sha256: 'ab'.repeat(32), readAs: 'txt', packs, laws: [] }
  return { name, document, report: reportOf(checked, { ...facts, detail: 'page' }) }
})

if (seeds.length === 0) {
  it.skip('real reports are not beside this checkout (../shared): no pages of them to look at', () => {})
}

describe.each(seeds)('the pages of real report $name', ({ document, report }) => {
  const html = createHtmlOutput({ files: 1 }).file(report, 0)

  it('shows every finding with its words highlighted', () => {
    const items = elementsNamed(html, 'li', 'finding')
    const findings = groupFindings(report).flatMap((group) => group.findings)
    expect(items).toHaveLength(findings.length)
    const missing = findings.filter(({ severity, places }, index) => {
      const item = items[index]
      const quote = places[0]?.quote.trim()
      const marks = item === undefined ? [] : elementsNamed(item, 'mark', severity).map(textOf)
      return quote !== undefined && !marks.some((words) => sameUnlessHidden(words, quote))
    })
    expect(missing.map(({ rule, places }) => `${rule} ${places[0]?.part}`)).toEqual([])
  })

  it('holds none of the names and numbers of its signature lines', () => {
    const passages = document.blocks.flatMap((block) =>
      (block.kind === 'paragraph' ? [block] : block.cells).map(({ text }) => ({
        place: '',
        text,
        headings: [],
      })),
    )
    const { known } = findPersonalData(passages)
    expect([...known.names, ...known.numbers].filter((words) => html.includes(words))).toEqual([])
  })

  it('has headings in order, only its own markup and no broken link', () => {
    expect(foreignParts(html)).toEqual([])
    expect(headingLevels(`<h1></h1>${html}`).every((level, at, all) => level <= (all[at - 1] ?? 0) + 1)).toBe(
      true,
    )
    expect(brokenLinks(html)).toEqual([])
  })

  it('is shown whole on the marked page, every mark at its place', () => {
    const marked = marksOf(report)
    const page = renderMarkedPage({ file: report.file, document, marked })
    const [sheet] = elementsNamed(page, 'div', 'sheet')
    const shown = elementsOf(sheet ?? '', (one) => one.name === 'td' || one.attribs.class === 'read')
      .filter((one) => one.name === 'td' || elementsNamed(one, 'table').length === 0)
      .map((one) => textWithout(one, 'sup'))
    const texts = document.blocks.flatMap((block) =>
      (block.kind === 'paragraph' ? [block] : block.cells).map(({ text }) => text),
    )
    expect(shown).toEqual(texts)
    expect(elementsNamed(page, 'sup')).toHaveLength(marked.marks.length)
    expect(brokenLinks(page)).toEqual([])
  })
})

function sameUnlessHidden(words: string, quote: string): boolean {
  return (
    words.length === quote.length &&
    [...words].every((sign, at) => sign === '＊' || sign === quote.charAt(at))
  )
}
