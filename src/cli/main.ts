#!/usr/bin/env node
import { didYouMean } from '../core/errors/closest.js'
import { DomainError } from '../core/errors/errors.js'
import type { Command } from './command.js'

/** Commands of this version; each is loaded only when it is asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.js')).check,
  read: async () => (await import('./commands/read.js')).read,
  score: async () => (await import('./commands/score.js')).score,
  mark: async () => (await import('./commands/mark.js')).mark,
  write: async () => (await import('./commands/write.js')).write,
  redact: async () => (await import('./commands/redact.js')).redact,
  pack: async () => (await import('./commands/pack.js')).pack,
  serve: async () => (await import('./commands/serve.js')).serve,
  backup: async () => (await import('./commands/backup.js')).backup,
  restore: async () => (await import('./commands/restore.js')).restore,
  migrate: async () => (await import('./commands/migrate.js')).migrate,
  user: async () => (await import('./commands/user.js')).user,
  trail: async () => (await import('./commands/trail.js')).trail,
}

/** Commands of the design that this version does not have yet. */
const later = 'import publish verify'.split(' ')

/**
 * Runs one command line.
 *
 * @returns 0: nothing wrong at error level; 1: findings of severity error; 2: unreadable or wrong usage
 */
export async function run(args: readonly string[]): Promise<number> {
  const [name = '--help', ...rest] = args
  if (['--help', '-h', 'help'].includes(name)) return printHelp()
  if (['--version', '-v', 'version'].includes(name)) return printVersion()
  const loadCommand = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (loadCommand === undefined) throw noSuchCommand(name)
  const command = await loadCommand()
  if (rest.includes('--help') || rest.includes('-h')) return print(`用法：${command.usage}\n`)
  return command.run(rest)
}

async function printHelp(): Promise<number> {
  return print((await import('./help.js')).help)
}

async function printVersion(): Promise<number> {
  return print(`hengxiao ${(await import('./version.js')).readVersion()}\n`)
}

function print(text: string): number {
  process.stdout.write(text)
  return 0
}

function noSuchCommand(given: string): DomainError {
  const available = Object.keys(commands).join('、')
  if (later.includes(given)) return new DomainError('COMMAND_NOT_YET', { given, available })
  return new DomainError('COMMAND_UNKNOWN', {
    given,
    hint: didYouMean(given, [...Object.keys(commands), ...later]),
  })
}

/** Anything that is no refusal is a bug: the user sees one neutral line, a developer asks for the stack. */
function explain(error: unknown): string {
  if (error instanceof DomainError) return error.message
  if (process.env.HENGXIAO_DEBUG !== undefined && error instanceof Error) return error.stack ?? error.message
  const where = error instanceof Error ? error.message.split('\n')[0] : String(error)
  return new DomainError('INTERNAL_FAULT', { where: where ?? '' }).message
}

/** A reader such as `head` may close our output early; that is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
})

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 2
}
