import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { LogTarget } from './logging.js'

const largest = 20 * 1024 * 1024
const kept = 5

/** The server's log in the data folder, `logs/server.log`; begun anew above 20 MB, the last five are kept. */
export function openLog(dataFolder: string): LogTarget {
  const folder = join(dataFolder, 'logs')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'server.log')
  const open = () => createWriteStream(file, { flags: 'a', mode: 0o600 }).on('error', () => undefined)
  let written = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  let stream = open()
  return {
    write: (line) => {
      if (written > largest) {
        stream.end()
        keepFormer(file)
        stream = open()
        written = 0
      }
      written += line.length
      stream.write(line)
    },
  }
}

function keepFormer(file: string): void {
  for (let number = kept; number >= 1; number -= 1) {
    const former = number === 1 ? file : `${file}.${number - 1}`
    if (statSync(former, { throwIfNoEntry: false }) !== undefined) renameSync(former, `${file}.${number}`)
  }
}
