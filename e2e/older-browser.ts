import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'
import { definedEnvironment, fontEnvironment, switches } from './browser.js'

const packed = join(dirname(createRequire(import.meta.url).resolve('chrome-aws-lambda/package.json')), 'bin')

/**
 * Chromium 83 of May 2020, the oldest browser the pages are for, unpacked for as long as it is open (134 MB).
 * Playwright can steer it, but not find things by role: that needs a newer browser.
 */
export async function openOlderBrowser(): Promise<
  Readonly<{ browser: Browser; close: () => Promise<void> }>
> {
  const folder = mkdtempSync(join(tmpdir(), 'hengxiao-chromium-83-'))
  const executablePath = join(folder, 'chromium')
  writeFileSync(executablePath, unpacked('chromium.br'), { mode: 0o755 })
  execFileSync('tar', ['-x', '-C', folder], { input: unpacked('aws.tar.br') })
  const server = await chromium.launchServer({
    executablePath,
    args: [...switches, '--single-process', '--no-zygote'],
    env: { ...definedEnvironment(), ...fontEnvironment(), LD_LIBRARY_PATH: join(folder, 'lib') },
  })
  const browser = await chromium.connect(server.wsEndpoint())
  const close = async () => {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  return { browser, close }
}

function unpacked(name: string): Buffer {
  return brotliDecompressSync(readFileSync(join(packed, name)))
}
