import { describe, expect, it } from 'vitest'
import { compareCells, hasSeedFiles } from '../../testing/seed-cells.js'
import { findConverter } from './find-converter.js'

const converter = findConverter()
if (converter === undefined) console.log('.doc .odt .rtf: 本机没有 LibreOffice，这几种格式的样本没有核对')

describe.skipIf(!hasSeedFiles || converter === undefined)('files that LibreOffice converts', () => {
  it.each(['doc', 'odt', 'rtf'])('are read from .%s with every cell in its place', async (kind) => {
    const { right, total, wrong } = await compareCells(kind)
    console.log(`${kind} ${right} of ${total} cells`)
    expect(wrong).toEqual([])
  })
})
