import { didYouMean } from '../errors/closest.js'
import { DomainError } from '../errors/errors.js'
import type { KeepLast } from '../remember.js'

/** A value of parsed JSON with the way to it, `forms[0].fields`, so that every refusal says where. */
export class JsonValue {
  readonly #value: unknown
  readonly path: string

  constructor(value: unknown, path = '') {
    this.#value = value
    this.path = path
  }

  /** @throws DomainError FILING_WRONG */
  refuse(problem: string): never {
    const where = this.path === '' ? '最外层' : this.path
    throw new DomainError('FILING_WRONG', { where, problem })
  }

  /** What `make` makes of an object, again and again the same as long as the inputs are. */
  kept<T>(keep: KeepLast<object, T>, inputs: readonly unknown[], make: () => T): T {
    return isObject(this.#value) ? keep(this.#value, inputs, make) : make()
  }

  /** Undefined for null and for a missing key. */
  isMissing(): boolean {
    return this.#value === undefined || this.#value === null
  }

  isObject(): boolean {
    return isObject(this.#value)
  }

  text(): string {
    return typeof this.#value === 'string'
      ? this.#value
      : this.refuse('这里要写文字（数字也要加引号，如 "10"）。')
  }

  /** A whole number within bounds, both included. */
  integer(least: number, most: number): number {
    const value = this.#value
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
    return this.refuse(`这里要写 ${least} 到 ${most} 之间的整数。`)
  }

  list(): readonly JsonValue[] {
    if (!Array.isArray(this.#value)) return this.refuse('这里要写一个列表 […]。')
    const items: readonly unknown[] = this.#value
    return items.map((item, index) => new JsonValue(item, `${this.path}[${index}]`))
  }

  /** Keys with their values. */
  entries(): readonly (readonly [string, JsonValue])[] {
    return Object.entries(this.#object()).map(([key, value]) => [key, this.#child(key, value)])
  }

  /** The value under a key; a missing one when the key is not there. */
  at(key: string): JsonValue {
    const object = this.#object()
    return this.#child(key, Object.hasOwn(object, key) ? object[key] : undefined)
  }

  /** What `read` makes of the value under a key; undefined when it is missing. */
  optional<T>(key: string, read: (value: JsonValue) => T): T | undefined {
    const value = this.at(key)
    return value.isMissing() ? undefined : read(value)
  }

  /** Refuses keys that mean nothing here. */
  onlyKeys(known: readonly string[]): this {
    for (const [key, value] of this.entries())
      if (!known.includes(key)) value.refuse(`不认识这一项${didYouMean(key, known)}`)
    return this
  }

  #object(): Readonly<Record<string, unknown>> {
    const value = this.#value
    return isObject(value) ? value : this.refuse('这里要写 {"名称": 值} 这样的内容。')
  }

  #child(key: string, value: unknown): JsonValue {
    return new JsonValue(value, this.path === '' ? key : `${this.path}.${key}`)
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
