import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveTogether } from './save-together.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengxiao-together-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('files saved together', () => {
  it('are all there, and nothing beside them', async () => {
    await saveTogether([
      { path: join(folder, 'a.docx'), bytes: 'a' },
      { path: join(folder, 'b.json'), bytes: 'b' },
    ])
    expect(readdirSync(folder).sort()).toEqual(['a.docx', 'b.json'])
    expect(readFileSync(join(folder, 'b.json'), 'utf8')).toBe('b')
  })

  it('are none of them there when one cannot take its name', async () => {
    const taken = join(folder, 'taken')
    mkdirSync(join(taken, 'inside'), { recursive: true })
    const files = [
      { path: join(folder, 'a.json'), bytes: 'a' },
      { path: taken, bytes: 'b' },
    ]
    await expect(saveTogether(files)).rejects.toThrow('写不进')
    expect(readdirSync(folder)).toEqual(['taken'])
  })
})
