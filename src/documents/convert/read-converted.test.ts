import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { convertToDocx } from './convert-to-docx.js'
import { findConverter } from './find-converter.js'
import { readConverted } from './read-converted.js'

const rtf = new TextEncoder().encode('{\\rtf1 hello}')

describe('formats that need LibreOffice', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('are refused with what to do when it is not on the machine', async () => {
    vi.stubEnv('HENGXIAO_SOFFICE', '')
    await expect(readConverted(rtf, 'rtf')).rejects.toMatchObject({ code: 'CONVERTER_MISSING' })
    await expect(readConverted(rtf, 'odt')).rejects.toThrow('LibreOffice')
  })

  it('a .doc that is none is damaged, not a crash', async () => {
    vi.stubEnv('HENGXIAO_SOFFICE', '')
    await expect(readConverted(rtf, 'doc')).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
  })

  it('the program named in the environment is taken', () => {
    expect(findConverter({ HENGXIAO_SOFFICE: '/somewhere/soffice' })).toBe('/somewhere/soffice')
    expect(findConverter({ HENGXIAO_SOFFICE: '', PATH: '/usr/bin' })).toBeUndefined()
  })

  it('a converter that writes nothing is a failure, and leaves nothing behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'converter-'))
    const program = join(folder, 'soffice')
    writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o755 })
    const before = leftovers()
    await expect(convertToDocx(program, rtf, 'rtf')).rejects.toMatchObject({ code: 'CONVERSION_FAILED' })
    expect(leftovers()).toEqual(before)
    rmSync(folder, { recursive: true })
  })

  it('a converter that cannot be started is a failure', async () => {
    await expect(convertToDocx('/nowhere/soffice', rtf, 'rtf')).rejects.toMatchObject({
      code: 'CONVERSION_FAILED',
    })
  })
})

function leftovers(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('hengxiao-'))
}
