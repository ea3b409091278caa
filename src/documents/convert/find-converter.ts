import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const usualPlaces = [
  '/usr/bin',
  '/usr/local/bin',
  '/opt/libreoffice/program',
  '/Applications/LibreOffice.app/Contents/MacOS',
  'C:\\Program Files\\LibreOffice\\program',
]
const names = process.platform === 'win32' ? ['soffice.exe', 'soffice.com'] : ['soffice', 'libreoffice']

/**
 * The LibreOffice of this machine: `HENGXIAO_SOFFICE` when set (empty means none), else the first
 * on the PATH or in the usual places. Undefined when there is none.
 */
export function findConverter(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment.HENGXIAO_SOFFICE
  if (named !== undefined) return named === '' ? undefined : named
  const folders = [...(environment.PATH ?? '').split(delimiter), ...usualPlaces]
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
