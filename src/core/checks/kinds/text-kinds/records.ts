import type { CheckDefinition } from '../../../law/check.js'

/** One entry of a dictionary in a definition's parameters: words by name. */
export type WordRecord = Readonly<Record<string, readonly string[]>>

/**
 * A dictionary from a definition's parameters: a list of entries whose values are a word or a list of words.
 * @throws RangeError when the pack does not give it
 */
export function recordsOf({ id, parameters }: CheckDefinition, name: string): readonly WordRecord[] {
  const value = parameters[name]
  if (!Array.isArray(value)) throw new RangeError(`${id}: parameter ${name} must be a list of entries`)
  return value.map((entry: unknown) => parseRecord(entry, `${id}: ${name}`))
}

function parseRecord(entry: unknown, where: string): WordRecord {
  if (typeof entry !== 'object' || entry === null) throw new RangeError(`${where} must hold entries`)
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]: [string, unknown]) => [
      key,
      Array.isArray(value) ? value.map(String) : [String(value)],
    ]),
  )
}

/** The single word under a name of an entry. @throws RangeError when it is missing */
export function wordIn(record: WordRecord, name: string): string {
  const word = record[name]?.[0]
  if (word === undefined) throw new RangeError(`an entry lacks ${name}`)
  return word
}
