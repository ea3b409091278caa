import { describe, expect, it, vi } from 'vitest'
import type { Document } from '../../core/document/document.js'
import { tinyPdf } from '../../testing/tiny-pdf.js'
import { readPdf } from './read-pdf.js'

const someText = 'BT /F1 12 Tf 100 700 Td (Budget 2023) Tj ET'

describe('a PDF', () => {
  it('gives its text as paragraphs', async () => {
    expect(textsOf(await readPdf(tinyPdf([someText])))).toEqual(['Budget 2023'])
  })

  it.each([
    [
      'stroked lines',
      '100 700 m 300 700 l S 100 650 m 300 650 l S 100 650 m 100 700 l S 200 650 m 200 700 l S 300 650 m 300 700 l S',
    ],
    ['stroked rectangles', '100 650 100 50 re S 200 650 100 50 re S'],
    [
      'thin filled rectangles',
      '100 700 200.5 .5 re f 100 650 200.5 .5 re f 100 650 .5 50 re f 200 650 .5 50 re f 300 650 .5 50 re f',
    ],
    [
      'rectangles between rectangles',
      '100 650 100 50 re 100.5 650.5 99 49 re f* 200 650 100 50 re 200.5 650.5 99 49 re f*',
    ],
    ['lines in a scaled and moved space', 'q .5 0 0 .5 100 650 cm 0 0 200 100 re S 200 0 200 100 re S Q'],
  ])('has a table where borders are %s', async (_kind, lines) => {
    const texts = 'BT /F1 12 Tf 110 670 Td (left) Tj 100 0 Td (right) Tj ET'
    expect(tablesOf(await readPdf(tinyPdf([`${lines} ${texts}`])))).toEqual([['0,0 left', '0,1 right']])
  })

  it('does not show what is clipped, or white lines', async () => {
    const clipped = 'q 0 600 595 242 re W n BT /F1 12 Tf 100 500 Td (hidden) Tj ET Q'
    const white = '1 1 1 RG 90 690 100 30 re S'
    expect(tablesOf(await readPdf(tinyPdf([`${someText} ${clipped} ${white}`])))).toEqual([])
    expect(textsOf(await readPdf(tinyPdf([`${someText} ${clipped}`])))).toEqual(['Budget 2023'])
  })

  it('has radicals folded into the characters they look like, and square metres kept', async () => {
    const codes = 'BT /F2 12 Tf 100 700 Td <0001000200030004> Tj ET'
    expect(textsOf(await readPdf(tinyPdf([codes])))).toEqual(['人人户㎡'])
  })

  it('follows spacing, scaling, line moves and position corrections', async () => {
    const text = 'BT /F1 10 Tf 2 Tc 120 Tz 14 TL 100 700 Td [(ab) -2000 (cd)] TJ T* (ef) Tj ET'
    expect(textsOf(await readPdf(tinyPdf([text])))).toEqual(['ab cd', 'ef'])
  })

  it('without text is refused as a scan', async () => {
    const images = Array.from({ length: 5 }, () => '0 0 595 842 re f')
    await expect(readPdf(tinyPdf(images))).rejects.toMatchObject({ code: 'SCAN_WITHOUT_TEXT' })
  })

  it('with one page without text says which', async () => {
    const { notes } = await readPdf(tinyPdf([someText, '0 0 9 9 re f', someText]))
    expect(notes.join()).toContain('第 2 页')
  })

  it('with a watermark says that it left it out', async () => {
    const slanted = 'BT /F1 40 Tf .7 .7 -.7 .7 100 300 Tm (DRAFT) Tj ET'
    const { notes, blocks } = await readPdf(tinyPdf([`${someText} ${slanted}`]))
    expect([blocks.length, notes.join()]).toEqual([1, expect.stringContaining('水印')])
  })

  it('with a password is refused', async () => {
    const key = '00'.repeat(32)
    const encryption = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>]`
    await expect(readPdf(tinyPdf([someText], encryption))).rejects.toMatchObject({ code: 'FILE_ENCRYPTED' })
  })

  it.each(['%PDF-1.7\nnothing', 'no PDF at all'])('that is damaged is refused: %s', async (text) => {
    await expect(readPdf(new TextEncoder().encode(text))).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
  })

  it('leaves the bytes given to it alone, and the console quiet', async () => {
    const log = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')]
    const bytes = tinyPdf([someText])
    await readPdf(bytes)
    expect(bytes).toEqual(tinyPdf([someText]))
    expect(log.flatMap(({ mock }) => mock.calls)).toEqual([])
    for (const spy of log) spy.mockRestore()
  })
})

function textsOf({ blocks }: Document): string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
}

function tablesOf({ blocks }: Document): string[][] {
  const tables = blocks.filter((block) => block.kind === 'table')
  return tables.map(({ cells }) => cells.map(({ row, column, text }) => `${row},${column} ${text}`))
}
