import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds of processor time, of the server's process and of everything that the database runs. */
export type ProcessorTime = Readonly<{ server: number; database: number }>

const millisecondsPerTick = 10

/** Processor time used so far, from /proc; zeroes elsewhere than on Linux. */
export function processorTime(server: number, folder: string): ProcessorTime {
  const database = findPostmaster(folder)
  const ofDatabase = database === undefined ? 0 : sum(withChildren(database).map(timeOf))
  return { server: timeOf(server), database: ofDatabase }
}

/** Number of the embedded database's first process, as it notes it in its folder. */
function findPostmaster(folder: string): number | undefined {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (entry.endsWith('postmaster.pid'))
      return Number(readFileSync(join(folder, entry), 'utf8').split('\n')[0])
  return undefined
}

function withChildren(parent: number): readonly number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && fieldsOf(Number(name))[1] === String(parent))
    .map(Number)
  return [parent, ...children]
}

/** Own time, and for a parent that of its children that have ended. */
function timeOf(pid: number): number {
  const fields = fieldsOf(pid)
  return sum([11, 12, 13, 14].map((index) => Number(fields[index] ?? 0))) * millisecondsPerTick
}

/** Fields of /proc/<pid>/stat behind the name: state, parent, … */
function fieldsOf(pid: number): readonly string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
