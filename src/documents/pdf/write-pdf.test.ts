import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PrintedFiling } from '../../core/paper/printed.js'
import { compareWithGolden } from '../../testing/golden.js'
import { renderPages, shareOfInk } from '../../testing/render-pages.js'
import { line, sampleForm, sampleLandscape, samplePrinted } from '../../testing/sample-printed.js'
import { readDocument } from '../read-document.js'
import { loadPdfLibrary } from './pdf-library.js'
import { writePdf } from './write-pdf.js'

const folder = fileURLToPath(new URL('golden', import.meta.url))
const test = 'src/documents/pdf/write-pdf.test.ts'

describe('a filing written as PDF', () => {
  let bytes = new Uint8Array()
  beforeAll(async () => {
    bytes = new Uint8Array(await writePdf(samplePrinted()))
  })

  it('is PDF/A-2b by its own words, tagged, with a language and a title', async () => {
    const facts = await factsOf(bytes)
    expect(facts.metadata).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</)
    expect(facts).toMatchObject({
      marked: true,
      language: 'zh-CN',
      title: '云溪县退役军人事务局2023年度部门整体支出绩效自评报告',
    })
  })

  it('bears the last day of the budget year, whatever the clock says', async () => {
    expect((await factsOf(bytes)).date).toMatch(/^D:20231231000000/)
  })

  it('holds the three open fonts and no other, each inside the file', async () => {
    const names = [...latin(bytes).matchAll(/\/FontName\s*\/([A-Z]{6}\+)?([\w-]+)/g)].map(
      ([, , name]) => name,
    )
    expect([...new Set(names)].sort()).toEqual([
      'NotoSansSC-Regular',
      'NotoSerifSC-Bold',
      'NotoSerifSC-Regular',
    ])
    const inside = [...latin(bytes).matchAll(/\/FontFile[23]? /g)].length
    expect(inside).toBe(names.length)
  })

  it('is the same to the byte when written twice, also after another one', async () => {
    await writePdf({ ...samplePrinted(), title: '青岭市自评报告', blocks: [line('body', '别的报告。')] })
    expect(Buffer.from(await writePdf(samplePrinted())).equals(Buffer.from(bytes))).toBe(true)
  })

  it('turns the page for a form that is printed across, and numbers all pages', async () => {
    const { pages } = await factsOf(bytes)
    expect(pages.map(({ across }) => across)).toEqual([false, false, false, true, true, true])
    for (const [at, { text }] of pages.entries()) expect(text).toContain(`— ${at + 1} —`)
  })

  it('repeats the header rows of a form that goes over several pages', async () => {
    const { pages } = await factsOf(bytes)
    for (const { text } of pages.slice(3)) expect(text).toContain('完成情况')
  })

  it('reads back as the same paragraphs and the same cells with their spans', async () => {
    const { document } = await readDocument(bytes)
    const texts = document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [bare(block.text)] : []))
    expect(texts).toContain(
      '2023年全年预算数1,234.56万元，全年执行数1,200.00万元，执行率97.20%，比上年减少12.3万元，降低1.01%。',
    )
    expect(texts).toContain('附件1')
    const tables = document.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
    expect(tables.map(({ cells }) => cells.map(place))).toEqual(
      [sampleForm(), sampleLandscape()].map(({ cells }) => cells.map(place)),
    )
  })

  it('looks as it looked before', async () => {
    const pictures = await renderPages(bytes)
    for (const picture of pictures) expect(shareOfInk(picture)).toBeGreaterThan(0.02)
    const differences = pictures
      .slice(0, 4)
      .map((picture, at) => compareWithGolden(picture, { folder, name: `sample-${at + 1}`, test }))
    expect(differences.filter((one) => one !== undefined)).toEqual([])
  })

  it('would show the change of one digit', async () => {
    const change = <Cell extends { text: string }>(cell: Cell) =>
      cell.text === '9.72' ? { ...cell, text: '9.12' } : cell
    const { blocks, ...rest } = samplePrinted()
    const changed = blocks.map((one) =>
      one.kind === 'form' ? { ...one, cells: one.cells.map(change) } : one,
    )
    const [picture] = await renderPages(await writePdf({ ...rest, blocks: changed }), [3])
    if (picture === undefined) throw new Error('no page')
    const before = process.env.GOLDEN
    delete process.env.GOLDEN
    const difference = compareWithGolden(picture, { folder, name: 'sample-3', test })
    if (before !== undefined) process.env.GOLDEN = before
    expect(difference).toContain(`GOLDEN=write npx vitest run ${test}`)
  })
})

describe('text of a user in a PDF', () => {
  it.each([
    '#let x = 1',
    '#panic()',
    '*粗* _斜_ `码` $x^2$ <标签> @引用',
    '= 标题',
    '- 一项\\ 两项',
    '=1+1',
    '<w:p>&amp;</w:p>',
    'C:\\Users\\n\\u{41}',
    '"; 引号 \' “双拥”',
    '// 注释 /* 也是 */',
    '[方括号] {花括号} (圆括号)',
    'https://example.org/#x',
    '~ -- --- ... 1/2',
  ])('stays text: %s', async (text) => {
    const cells = sampleForm()
      .cells.slice(0, 2)
      .map((cell, row) => ({ ...cell, ...wholeRow(row), text }))
    const form = { ...sampleForm(), cells }
    const printed = printedOf(line('title', text), line('heading1', text), line('body', text), form)
    const { pages } = await factsOf(await writePdf({ ...printed, title: text, unit: text }))
    const found = bare(pages.map((page) => page.text).join('')).split(bare(text)).length - 1
    expect(found).toBe(5)
  })

  it.each([
    ['a box that is ticked', '是☑否□ ✔ ☒ ►'],
    ['a rare name', '㛃𬌗'],
    ['signs that are not seen', '零\u200b宽\ufeff符\u0007号\t制\u2028表'],
    ['half a character', '半\ud800个'],
  ])('is printed with %s', async (_what, text) => {
    const { pages } = await factsOf(await writePdf(printedOf(line('body', text))))
    for (const sign of text.replace(/[^\p{Letter}\p{Symbol}]/gu, '')) expect(pages[0]?.text).toContain(sign)
  })

  it('is refused with the sign and its surroundings where no font has it', async () => {
    const printed = printedOf(line('body', '满意度达到预期🙂，群众认可\ue000。'))
    await expect(writePdf(printed)).rejects.toMatchObject({ code: 'PDF_CHARACTER_MISSING' })
    await expect(writePdf(printed)).rejects.toThrow(
      /满意度达到预期🙂，群众认可.*🙂（U\+1F642）、\ue000（U\+E000）/,
    )
  })

  it('does not end the process whatever follows whatever', async () => {
    for (const text of ['🙂', '\u{20000}', '一🙂二', '\u{20000}三', '\ud800', '四\u{1f64f}', '五']) {
      await writePdf(printedOf(line('body', text))).catch((error) => expect(error.code).toBeDefined())
    }
  })
})

function printedOf(...blocks: PrintedFiling['blocks']): PrintedFiling {
  return { title: '云溪县自评报告', unit: undefined, budgetYear: undefined, blocks }
}

function wholeRow(row: number) {
  return { row, column: 0, rowSpan: 1, columnSpan: 9 }
}

function place({ row, column, rowSpan, columnSpan, text }: PlacedText) {
  return { row, column, rowSpan, columnSpan, text: bare(text) }
}

type PlacedText = Readonly<Record<'row' | 'column' | 'rowSpan' | 'columnSpan', number> & { text: string }>

function bare(text: string): string {
  return text.replace(/\s/g, '')
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

async function factsOf(bytes: Uint8Array) {
  const library = await loadPdfLibrary()
  const task = library.getDocument({ data: bytes.slice(), isEvalSupported: false, verbosity: 0 })
  const document = await task.promise
  const pages = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    const { width, height } = page.getViewport({ scale: 1 })
    pages.push({ across: width > height, text })
  }
  const { info, metadata } = await document.getMetadata()
  const facts = {
    pages,
    metadata: metadata?.getRaw() as string,
    marked: (await document.getMarkInfo())?.Marked,
    language: (info as Record<string, unknown>).Language,
    title: (info as Record<string, unknown>).Title,
    date: (info as Record<string, unknown>).CreationDate,
  }
  await task.destroy()
  return facts
}
