/**
 * The same JSON value, in which every part that was the same in `before` is the very object of `before`: the engine
 * remembers by object. Parts of lists are looked up by their `id`, those without one by position.
 */
export function shareParts(now: unknown, before: unknown): unknown {
  if (Array.isArray(now)) return Array.isArray(before) ? shareList(now, before) : now
  return isRecord(now) && isRecord(before) ? shareRecord(now, before) : now
}

type JsonRecord = Readonly<Record<string, unknown>>

function shareList(now: readonly unknown[], before: readonly unknown[]): readonly unknown[] {
  const byId = new Map(before.map((part) => [idOf(part), part]))
  const shared = now.map((part, at) => {
    const id = idOf(part)
    return shareParts(part, id === undefined ? before[at] : byId.get(id))
  })
  return isSame(shared, before) ? before : shared
}

/** Keys in another order make another object, so that sharing never changes what is computed. */
function shareRecord(now: JsonRecord, before: JsonRecord): JsonRecord {
  const shared = Object.fromEntries(
    Object.entries(now).map(([key, part]) => [key, shareParts(part, before[key])]),
  )
  const isWhole =
    isSame(Object.keys(shared), Object.keys(before)) && isSame(Object.values(shared), Object.values(before))
  return isWhole ? before : shared
}

function isSame(now: readonly unknown[], before: readonly unknown[]): boolean {
  return now.length === before.length && now.every((part, at) => part === before[at])
}

function idOf(part: unknown): unknown {
  return isRecord(part) ? part.id : undefined
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
