/** Whether two records hold the same under all keys that count. */
export function isSameRecord<Value>(
  one: Readonly<Record<string, Value>>,
  other: Readonly<Record<string, Value>>,
  { counts = () => true, isSame = Object.is }: Partial<SameRecord<Value>> = {},
): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  for (const key of keys) if (counts(key) && !isSame(one[key], other[key])) return false
  return true
}

type SameRecord<Value> = Readonly<{
  counts: (key: string) => boolean
  isSame: (one: Value | undefined, other: Value | undefined) => boolean
}>
