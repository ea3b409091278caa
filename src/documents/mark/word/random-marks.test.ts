import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { withoutInsertions } from '../../../testing/insertions.js'
import { docxOf } from '../../../testing/office-files.js'
import { parse, readComments } from '../../../testing/read-comments.js'
import { openArchive } from '../../gate/archive.js'
import { readDocx, readDocxOrigins } from '../../word/read-docx.js'
import type { Mark } from '../marked.js'
import { markDocx } from './mark-docx.js'
import { lettersOf } from './paragraph-parts.js'

const words = fc.string({ unit: fc.constantFrom(...'支出9. 8,万元&<>"\'　𠮷%A'), maxLength: 9 })
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const text = words.map((one) => `<w:t>${escaped(one)}</w:t>`)
const spaced = words.map((one) => `<w:t xml:space="preserve">${escaped(one)}</w:t>`)
const odd = fc.constantFrom(
  '<w:tab/>',
  '<w:br/>',
  '<w:noBreakHyphen/>',
  '<w:sym w:font="Wingdings" w:char="F0FE"/>',
  '<w:drawing/>',
)
const properties = fc.constantFrom(
  '',
  '<w:rPr/>',
  '<w:rPr><w:b/></w:rPr>',
  '<w:rPr><w:rPrChange w:id="1"><w:rPr/></w:rPrChange></w:rPr>',
)
const run = fc
  .tuple(properties, fc.array(fc.oneof(text, spaced, odd), { maxLength: 3 }))
  .map(([style, content]) => `<w:r>${style}${content.join('')}</w:r>`)
const wrapper = fc.constantFrom(
  ['', ''],
  ['<w:ins w:id="2">', '</w:ins>'],
  ['<w:del w:id="3">', '</w:del>'],
  ['<w:hyperlink w:anchor="a">', '</w:hyperlink>'],
  ['<w:smartTag>', '</w:smartTag>'],
  ['<w:sdt><w:sdtPr/><w:sdtContent>', '</w:sdtContent></w:sdt>'],
  ['<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>', '</w:sdtContent></w:sdt>'],
  ['<w:r><w:pict><v:textbox><w:txbxContent><w:p>', '</w:p></w:txbxContent></v:textbox></w:pict></w:r>'],
)
const piece = fc
  .tuple(wrapper, fc.array(run, { maxLength: 2 }))
  .map(([[open, close], runs]) => `${open}${runs.join('')}${close}`)
const joined = '<w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr>'
const paragraph = fc
  .tuple(fc.constantFrom('', '', '', '<w:pPr/>', joined), fc.array(piece, { maxLength: 4 }))
  .map(([style, pieces]) => `<w:p>${style}${pieces.join('')}</w:p>`)
const cell = fc
  .array(paragraph, { minLength: 1, maxLength: 2 })
  .map((inside) => `<w:tc><w:tcPr/>${inside.join('')}</w:tc>`)
const table = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 })
  .map((rows) => `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`)
const body = fc
  .array(fc.oneof(paragraph, table), { minLength: 1, maxLength: 4 })
  .map((blocks) => blocks.join(''))
const wish = fc.record({
  block: fc.nat(),
  cell: fc.nat(),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 12 }),
  said: words,
})

describe('marks at random places of random documents', () => {
  it('leave well-formed XML, the document as it is read, and every other byte as they were', () => {
    fc.assert(
      fc.property(body, fc.array(wish, { maxLength: 6 }), (content, wishes) => {
        const file = docxOf(content)
        const before = readDocx(file)
        fc.pre(before.blocks.length > 0)
        expect(readDocxOrigins(openArchive(file)).document).toEqual(before)
        const marks = wishes.map((one, index) => markOf(before, one, index))
        const result = markDocx(
          file,
          { summary: ['总结'], marks },
          { name: '衡效', date: '2025-03-31T08:00:00Z' },
        )
        for (const part of Object.values(unzipSync(result)))
          parse(strFromU8(part), { open: ignore, close: ignore, text: ignore })
        expect(readDocx(result)).toEqual(before)
        expect(withoutInsertions(main(file), main(result))).toBe(main(file))
        for (const [index, { on, references }] of readComments(result).slice(1).entries()) {
          expect(references).toBe(1)
          expectWords(on, marks[index]?.place.quote ?? '', content.includes('txbxContent'))
        }
      }),
      { seed: 20250331, numRuns: 600 },
    )
  })
})

/** What stands in a text box is read behind its paragraph, but stands somewhere in it. */
function expectWords(on: string, quote: string, hasBox: boolean): void {
  const [signs, sought] = [lettersOf(on), lettersOf(quote)]
  if (hasBox) expect(sought.filter((sign) => !signs.includes(sign))).toEqual([])
  else expect(signs.join('')).toContain(sought.join(''))
}

type Wish = Readonly<{ block: number; cell: number; from: number; length: number; said: string }>

function markOf({ blocks }: ReturnType<typeof readDocx>, wished: Wish, index: number): Mark {
  const block = blocks[wished.block % blocks.length]
  const cells = block?.kind === 'table' ? block.cells : []
  const found = cells[wished.cell % Math.max(1, cells.length)]
  const whole = block?.kind === 'paragraph' ? block.text : (found?.text ?? '')
  const signs = [...whole]
  const start = Math.floor(wished.from * signs.length)
  const quote = signs.slice(start, start + wished.length).join('')
  const part = `${block?.kind} ${block?.index}`
  const place = found === undefined ? { part, quote } : { part, row: found.row, column: found.column, quote }
  return {
    place,
    severity: 'info',
    number: index + 1,
    isMain: index % 2 === 0,
    title: '【建议】',
    lines: [wished.said],
  }
}

function ignore(): void {}

function main(file: Uint8Array): string {
  return strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())
}
