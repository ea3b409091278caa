import { existsSync, readFileSync } from 'node:fs'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../core/errors/errors.js'
import { docxOf, paragraph, tableCell, tableOf, xlsxOf } from '../testing/office-files.js'
import { randomFrom } from '../testing/random.js'
import { readDocument } from './read-document.js'

const shared = new URL('../../../shared/', import.meta.url)
const mutationsPerFile = 60

type Random = () => number

describe('mutated files', () => {
  it.each(sources())(
    'never end otherwise than read or refused: %s',
    { timeout: 120_000 },
    async (_name, load) => {
      const random = randomFrom(20_240_514)
      const original = load()
      const outcomes = { read: 0, refused: 0 }
      for (let round = 0; round < mutationsPerFile; round++) {
        const outcome = await readDocument(mutateFile(original, random)).catch((error: unknown) => error)
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(DomainError)
        outcomes[outcome instanceof DomainError ? 'refused' : 'read'] += 1
      }
      expect(outcomes.read + outcomes.refused).toBe(mutationsPerFile)
    },
  )
})

function sources(): [string, () => Uint8Array][] {
  const word = docxOf(
    paragraph('一、概况') + tableOf(tableCell('甲', '<w:vMerge w:val="restart"/>'), tableCell('乙')),
  )
  const sheet = xlsxOf('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>')
  const own: [string, () => Uint8Array][] = [
    ['a small .docx', () => word],
    ['a small .xlsx', () => sheet],
  ]
  const seeds = ['000', '001', '002', '003'].flatMap((seed) => [
    `seeds/${seed}.txt`,
    ...['docx', 'xlsx', 'html', 'xls'].map((kind) => `seed-files/${seed}.${kind}`),
  ])
  const found = seeds
    .map((name) => [name, new URL(name, shared)] as const)
    .filter(([, file]) => existsSync(file))
  return [
    ...own,
    ...found.map(([name, file]): [string, () => Uint8Array] => [name, () => readFileSync(file)]),
  ]
}

/** Half of the mutations of an archive are made inside a part: outside, its directory catches nearly all. */
function mutateFile(bytes: Uint8Array, random: Random): Uint8Array {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isArchive || random() < 0.5) return mutate(bytes, random)
  const parts = unzipSync(bytes)
  const names = Object.keys(parts)
  const name = names[Math.floor(random() * names.length)] ?? ''
  return zipSync({ ...parts, [name]: mutate(parts[name] ?? new Uint8Array(), random) }, { level: 1 })
}

/** Cuts, repeats, overwrites or flips a few places. */
function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let mutated = Buffer.from(bytes)
  for (let times = 1 + Math.floor(random() * 4); times > 0; times--) {
    const at = Math.floor(random() * mutated.length)
    const length = Math.floor(random() ** 3 * 400)
    const piece = mutated.subarray(at, at + length)
    const [before, after] = [mutated.subarray(0, at), mutated.subarray(at + length)]
    const kind = Math.floor(random() * 5)
    if (kind === 0) mutated = Buffer.concat([before, after])
    else if (kind === 1) mutated = Buffer.concat([before, piece, piece, after])
    else if (kind === 2)
      mutated = Buffer.concat([before, Buffer.from(piece.map(() => random() * 256)), after])
    else if (kind === 3) mutated = Buffer.from(before)
    else if (mutated.length > 0) mutated[at] = Math.floor(random() * 256)
  }
  return mutated
}
