import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { fontFolder } from '../src/documents/font-folder.js'

/** Without a window, without calling home. */
export const switches = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/**
 * A real Chromium on any Linux: the one that comes as an npm package, with the Chinese fonts of this repository,
 * so that no system package is needed and pictures look the same everywhere.
 */
export async function openBrowser(): Promise<Browser> {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  const executablePath = await packaged.executablePath()
  return chromium.launch({
    executablePath,
    args: switches,
    env: { ...definedEnvironment(), ...fontEnvironment() },
  })
}

/** The environment of this process, for one that is started. */
export function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return Object.fromEntries(entries)
}

/** A font configuration of our own that knows only the open Chinese fonts of this repository. */
export function fontEnvironment(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'hengxiao-fonts-'))
  mkdirSync(join(folder, 'cache'))
  const aliases = [
    ['sans-serif', 'Noto Sans SC'],
    ['serif', 'Noto Serif SC'],
    ['monospace', 'Noto Sans SC'],
  ].map(
    ([family, font]) => `<alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`,
  )
  const file = join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fontFolder}</dir>${aliases.join('')}<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  )
  return { FONTCONFIG_FILE: file, FONTCONFIG_PATH: folder }
}
