import { parseArgs } from 'node:util'
import { didYouMean } from '../core/errors/closest.js'
import { DomainError } from '../core/errors/errors.js'

/** What one option of a command takes: a flag, any text, or one of a few words. */
export type OptionShape = Readonly<
  { type: 'flag' } | { type: 'text'; short?: string } | { type: 'choice'; choices: readonly string[] }
>

/** A command's options by long name, its usage line, and how many files it takes. */
export type CommandShape = Readonly<{
  usage: string
  options: Readonly<Record<string, OptionShape>>
  /** What a positional argument is, in the user's words: 文件, 文件夹; absent: the command takes none. */
  takes?: string
  many: boolean
}>

/** Arguments that fit the command's shape. */
export type Arguments = Readonly<{
  positionals: readonly string[]
  flags: ReadonlySet<string>
  values: ReadonlyMap<string, string>
}>

/**
 * Parses a command's arguments.
 *
 * @throws DomainError OPTION_UNKNOWN, OPTION_WITHOUT_VALUE, OPTION_VALUE_UNKNOWN, ARGUMENT_MISSING, ARGUMENT_UNEXPECTED
 */
export function parseArguments(args: readonly string[], shape: CommandShape): Arguments {
  const flags = new Set<string>()
  const values = new Map<string, string>()
  const positionals: string[] = []
  for (const token of tokensOf(args, shape)) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(shape.options, token.name) ? shape.options[token.name] : undefined
    if (option === undefined) throw unknownOption(token.rawName, shape)
    if (option.type === 'flag') flags.add(token.name)
    else values.set(token.name, valueOf(token.rawName, token.value, { option, shape }))
  }
  requirePositionals(positionals, shape)
  return { positionals, flags, values }
}

function tokensOf(args: readonly string[], shape: CommandShape) {
  const options = Object.fromEntries(
    Object.entries(shape.options).map(([name, option]) => [
      name,
      {
        type: option.type === 'flag' ? ('boolean' as const) : ('string' as const),
        ...('short' in option ? { short: option.short } : {}),
      },
    ]),
  )
  return parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true }).tokens
}

function unknownOption(given: string, shape: CommandShape): DomainError {
  const hint = didYouMean(given, [...Object.keys(shape.options).map((name) => `--${name}`), '--help'])
  return new DomainError('OPTION_UNKNOWN', { given, hint, usage: shape.usage })
}

function valueOf(
  name: string,
  value: string | undefined,
  { option, shape }: { option: OptionShape; shape: CommandShape },
): string {
  if (value === undefined || value === '') {
    throw new DomainError('OPTION_WITHOUT_VALUE', { option: name, usage: shape.usage })
  }
  if (option.type === 'choice' && !option.choices.includes(value)) {
    const hint = didYouMean(value, option.choices)
    const allowed = option.choices.join('、')
    throw new DomainError('OPTION_VALUE_UNKNOWN', { option: name, given: value, hint, allowed })
  }
  return value
}

function requirePositionals(positionals: readonly string[], shape: CommandShape): void {
  const { takes: what, usage } = shape
  if (what === undefined) {
    if (positionals[0] === undefined) return
    throw new DomainError('ARGUMENT_NOT_TAKEN', { given: positionals[0], usage })
  }
  if (positionals.length === 0) throw new DomainError('ARGUMENT_MISSING', { what, usage })
  const extra = positionals[1]
  if (!shape.many && extra !== undefined)
    throw new DomainError('ARGUMENT_UNEXPECTED', { given: extra, what, usage })
}
