import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DomainError } from '../../core/errors/errors.js'

const mostMilliseconds = 9_000
/** A port where nothing listens: whatever a document links to cannot be fetched. */
const noProxy = 'http://127.0.0.1:9'

/** Macros off, links never updated, nothing trusted. */
const profile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"><value>0</value></prop></item>
</oor:items>
`

/**
 * Converts with LibreOffice in a folder and a profile of its own, because two runs on one profile lose an output
 * without an error. The folder is removed whatever happens.
 *
 * @throws DomainError CONVERSION_FAILED: no output, or no end within nine seconds
 */
export function convertToDocx(soffice: string, bytes: Uint8Array, kind: string): Promise<Uint8Array> {
  return convertTo(soffice, bytes, { kind, target: 'docx' })
}

/** What is converted, and into what. */
export type Conversion = Readonly<{ kind: string; target: 'docx' | 'xlsx' }>

/**
 * Converts with LibreOffice as {@link convertToDocx} does, into either format.
 *
 * @throws DomainError CONVERSION_FAILED: no output, or no end within nine seconds
 */
export async function convertTo(
  soffice: string,
  bytes: Uint8Array,
  { kind, target }: Conversion,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'hengxiao-'))
  try {
    const user = join(folder, 'profile', 'user')
    await mkdir(user, { recursive: true })
    await writeFile(join(user, 'registrymodifications.xcu'), profile)
    await writeFile(join(folder, `in.${kind}`), bytes)
    await run(soffice, folder, { kind, target })
    return await readFile(join(folder, 'out', `in.${target}`))
  } catch {
    throw new DomainError('CONVERSION_FAILED', { format: `.${kind}` })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const filters = { docx: 'docx:MS Word 2007 XML', xlsx: 'xlsx:Calc MS Excel 2007 XML' } as const

function run(soffice: string, folder: string, { kind, target }: Conversion): Promise<void> {
  const settings = ['--headless', '--norestore', '--nologo', '--nodefault', '--nolockcheck']
  const place = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const job = [
    ...(kind === 'html' ? ['--infilter=HTML (StarWriter)'] : []),
    '--convert-to',
    filters[target],
    '--outdir',
    join(folder, 'out'),
    join(folder, `in.${kind}`),
  ]
  const env = {
    ...process.env,
    HOME: folder,
    http_proxy: noProxy,
    https_proxy: noProxy,
    SAL_USE_VCLPLUGIN: 'svp',
  }
  return new Promise((resolve, reject) => {
    const child = spawn(soffice, [place, ...settings, ...job], { env, stdio: 'ignore', detached: true })
    const timer = setTimeout(() => killGroup(child.pid), mostMilliseconds)
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      killGroup(child.pid)
      if (code === 0) resolve()
      else reject(new Error(`soffice ended with ${code}`))
    })
  })
}

/** soffice starts a second process; both go. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Already gone.
  }
}
