import { afterAll, describe, expect, it } from 'vitest'
import { createReaderPool, readInWorker } from './read-in-worker.js'

const encode = (text: string) => new TextEncoder().encode(text)

describe('readInWorker', () => {
  it('reads like the caller itself would', async () => {
    const { document, readAs } = await readInWorker(encode('一、单位概况\n\t名称\n\t示例单位\n'))
    expect(readAs).toBe('txt')
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table'])
  })

  it('refuses with the same error as the caller itself would', async () => {
    await expect(readInWorker(new Uint8Array())).rejects.toMatchObject({
      code: 'FILE_EMPTY',
      kind: 'invalid',
    })
  })

  it('stops a file that takes too long', async () => {
    const reading = readInWorker(encode('一、概况\n'), { milliseconds: 1 })
    await expect(reading).rejects.toMatchObject({ code: 'READING_TOOK_TOO_LONG' })
  })

  it('stops a file that needs too much memory', async () => {
    const large = encode(`<table>${'<tr><td>一<td>二'.repeat(90_000)}</table>`)
    const reading = readInWorker(large, { megabytes: 16, milliseconds: 30_000 })
    await expect(reading).rejects.toMatchObject({ code: 'FILE_TOO_COMPLEX' })
  })
})

describe('createReaderPool', () => {
  const pool = createReaderPool(2)
  afterAll(() => pool.close())

  it('reads more files than it has threads, and goes on after a refusal', async () => {
    const files = ['甲', '', '乙', '丙', '丁'].map((text) => pool.read(encode(text)))
    const outcomes = await Promise.allSettled(files)
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ])
  })
})
