import { didYouMean, findClosest } from '../errors/closest.js'
import { parseDecimal } from '../exact/decimal.js'
import { type MappingNode, type PackProblem, problemAt, type SourceNode } from './source.js'

/** How a value must look. `parse` reports every problem it meets and is undefined when there was one. */
export type Shape<T> = Readonly<{ parse: (node: SourceNode, problems: PackProblem[]) => T | undefined }>

/** A key of a mapping: required, or with a value for when it is left out. */
export type Entry<T> = Readonly<{ shape: Shape<T>; fallback: (() => T) | undefined }>

type ValuesOf<Entries> = Readonly<{ [Key in keyof Entries]: Entries[Key] extends Entry<infer T> ? T : never }>

export function required<T>(shape: Shape<T>): Entry<T> {
  return { shape, fallback: undefined }
}

export function optional<T>(shape: Shape<T>): Entry<T | undefined> {
  return { shape, fallback: () => undefined }
}

export function withDefault<T>(shape: Shape<T>, value: T): Entry<T> {
  return { shape, fallback: () => value }
}

function scalarOf<T>(
  expected: string,
  read: (value: string | number | boolean | null) => T | undefined,
): Shape<T> {
  return {
    parse(node, problems) {
      const value = node.kind === 'scalar' ? read(node.value) : undefined
      if (value === undefined) problems.push(problemAt(node.at, `这里要写${expected}。`))
      return value
    },
  }
}

/** Words; a number without quotes is refused, because its printed form would be lost. */
export const text: Shape<string> = scalarOf('文字（数字要加引号）', (value) =>
  typeof value === 'string' ? value : undefined,
)

/** A number in quotes, such as `'10'`; it stays text so that no digit is lost. */
export const decimalText: Shape<string> = scalarOf("带引号的数，如 '10'", (value) =>
  typeof value === 'string' && parseDecimal(value) !== undefined ? value : undefined,
)

export const integer: Shape<number> = scalarOf('整数', (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined,
)

export const flag: Shape<boolean> = scalarOf('true 或 false', (value) =>
  typeof value === 'boolean' ? value : undefined,
)

/** One of a few words. */
export function oneOf<const Word extends string>(words: readonly Word[]): Shape<Word> {
  return {
    parse(node, problems) {
      const value = node.kind === 'scalar' ? node.value : undefined
      const found = words.find((word) => word === value)
      if (found !== undefined) return found
      problems.push(
        problemAt(
          node.at,
          `“${String(value ?? '')}”不能写在这里，只能写 ${words.join('、')}${didYouMean(String(value), words)}`,
        ),
      )
      return undefined
    },
  }
}

export function listOf<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    parse(node, problems) {
      if (node.kind !== 'list') {
        problems.push(problemAt(node.at, '这里要写一个列表（[…] 或以 - 开头的行）。'))
        return undefined
      }
      const items = node.items.map((child) => item.parse(child, problems))
      const whole = items.filter((value): value is NonNullable<typeof value> => value !== undefined)
      return whole.length === items.length ? whole : undefined
    },
  }
}

/** Any keys, all values alike. */
export function mappingOf<T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    parse(node, problems) {
      const mapping = parseMapping(node, problems)
      if (mapping === undefined) return undefined
      const values: Record<string, T> = {}
      for (const [key, entry] of mapping.entries) {
        const value = item.parse(entry.value, problems)
        if (value !== undefined) values[key] = value
      }
      return values
    },
  }
}

/** Exactly these keys; an unknown one is a problem with its place and the nearest known key. */
export function shapeOf<Entries extends Readonly<Record<string, Entry<unknown>>>>(
  entries: Entries,
): Shape<ValuesOf<Entries>> {
  return {
    parse(node, problems) {
      const mapping = parseMapping(node, problems)
      if (mapping === undefined) return undefined
      const before = problems.length
      const meant = refuseUnknownKeys(mapping, Object.keys(entries), problems)
      const values: Record<string, unknown> = {}
      for (const [key, entry] of Object.entries(entries))
        if (!meant.includes(key) || mapping.entries.has(key))
          values[key] = parseEntry(mapping, { key, entry }, problems)
      return problems.length === before ? (values as ValuesOf<Entries>) : undefined
    },
  }
}

function parseEntry(
  mapping: MappingNode,
  { key, entry }: { key: string; entry: Entry<unknown> },
  problems: PackProblem[],
): unknown {
  const found = mapping.entries.get(key)
  if (found !== undefined) return entry.shape.parse(found.value, problems)
  if (entry.fallback !== undefined) return entry.fallback()
  problems.push(problemAt(mapping.at, `这里缺少“${key}”。`))
  return undefined
}

/** The keys that the misspelt ones stand for: they are not missing as well. */
function refuseUnknownKeys(
  mapping: MappingNode,
  known: readonly string[],
  problems: PackProblem[],
): readonly (string | undefined)[] {
  const unknown = [...mapping.entries].filter(([key]) => !known.includes(key))
  for (const [key, { keyAt }] of unknown)
    problems.push(problemAt(keyAt, `不认识“${key}”这一项${didYouMean(key, known)}`))
  return unknown.map(([key]) => findClosest(key, known))
}

function parseMapping(node: SourceNode, problems: PackProblem[]): MappingNode | undefined {
  if (node.kind === 'mapping') return node
  problems.push(problemAt(node.at, '这里要写若干“名称: 值”。'))
  return undefined
}

/** The shape is chosen by the word under `key`. */
export function chosenBy<Shapes extends Readonly<Record<string, Shape<unknown>>>>(
  key: string,
  shapes: Shapes,
): Shape<{ [Word in keyof Shapes]: Shapes[Word] extends Shape<infer T> ? T : never }[keyof Shapes]> {
  return {
    parse(node, problems) {
      const mapping = parseMapping(node, problems)
      if (mapping === undefined) return undefined
      const chosen = mapping.entries.get(key)?.value
      if (chosen === undefined) {
        problems.push(problemAt(mapping.at, `这里缺少“${key}”。`))
        return undefined
      }
      const word = oneOf(Object.keys(shapes)).parse(chosen, problems)
      const shape = word === undefined ? undefined : shapes[word]
      return shape?.parse(mapping, problems) as ReturnType<typeof this.parse>
    },
  }
}

/** Anything, as plain values: parameters of coded kinds. */
export const anything: Shape<unknown> = { parse: (node) => plainValue(node) }

function plainValue(node: SourceNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plainValue)
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plainValue(entry.value)]))
}
