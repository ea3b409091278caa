import { describe, expect, it } from 'vitest'
import { removedMark } from '../../core/redact/passage.js'
import { bare, partsInside, searchable, wordsOf } from '../../testing/package-words.js'
import { plantedDocx } from '../../testing/planted-docx.js'
import { harmlessLines, type Plant, plantedLines } from '../../testing/planted-words.js'
import { plantedXlsx } from '../../testing/planted-xlsx.js'
import { readDocument } from '../read-document.js'
import { redactFile } from './redact-file.js'

type Build = (plant: Plant) => Uint8Array

const same: Plant = (personal) => personal
const replaced: Plant = () => removedMark

function plantsOf(build: Build): readonly string[] {
  const plants: string[] = []
  build((personal) => {
    plants.push(personal)
    return personal
  })
  return plants
}

async function publicCopy(bytes: Uint8Array) {
  const copy = await redactFile(bytes)
  expect(copy.left).toBeUndefined()
  if (copy.left !== undefined) throw new Error('something was left')
  return copy
}

async function textsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { document } = await readDocument(bytes)
  return document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.cells.map(({ row, column, text }) => `${row} ${column} ${text}`)
      : [block.text],
  )
}

const text: Build = (plant) => new TextEncoder().encode([...plantedLines(plant), ...harmlessLines].join('\n'))
const packages: readonly (readonly [string, Build])[] = [
  ['docx', plantedDocx],
  ['xlsx', plantedXlsx],
]

describe('the planted corpus', () => {
  it('holds more than sixty plants in each kind of package', () => {
    expect(plantsOf(plantedDocx).length).toBeGreaterThan(100)
    expect(plantsOf(plantedXlsx).length).toBeGreaterThan(30)
    console.log(
      `plants: docx ${plantsOf(plantedDocx).length}, xlsx ${plantsOf(plantedXlsx).length}, txt ${plantsOf(text).length}`,
    )
  })

  it.each(packages)('a .%s leaks nothing in any part', async (_kind, build) => {
    const { bytes } = await publicCopy(build(same))
    const leaks: string[] = []
    for (const [name, part] of partsInside(bytes)) {
      const words = searchable(part)
      for (const plant of plantsOf(build)) if (words.includes(bare(plant))) leaks.push(`${name}: ${plant}`)
    }
    expect(leaks).toEqual([])
  })

  it.each(packages)('a .%s reads as the same file with only the plants gone', async (_kind, build) => {
    const { bytes } = await publicCopy(build(same))
    expect(await textsOf(bytes)).toEqual(await textsOf(build(replaced)))
  })

  it.each(packages)('of a .%s every other word in every part stays', async (_kind, build) => {
    const { bytes } = await publicCopy(build(same))
    const got = partsInside(bytes)
    for (const [name, part] of partsInside(build(replaced))) {
      const kept = got.get(name)
      if (kept === undefined || !/\.(?:xml|vml|rels)$/.test(name)) continue
      expect(plain(wordsOf(kept)), name).toBe(plain(wordsOf(part)))
    }
  })

  it('a text loses the plants and not one sign more', async () => {
    const { bytes } = await publicCopy(text(same))
    expect(new TextDecoder().decode(bytes)).toBe(new TextDecoder().decode(text(replaced)))
  })
})

/** Deleted text, comments and queries go whole; a removal split over runs leaves one mark. */
function plain(words: string): string {
  return words
    .replaceAll(removedMark, '')
    .replace(/原的电话/, '')
    .trim()
}
