const mostRemembered = 20_000
const longestRemembered = 120

/**
 * The same function with its answers on short texts kept: labels and figures come again in every report. The answer
 * is never changed.
 * Forgets all when full, so that memory stays bounded.
 */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const answers = new Map<string, Readonly<{ answer: T }>>()
  return (text) => {
    if (text.length > longestRemembered) return answer(text)
    const known = answers.get(text)
    if (known !== undefined) return known.answer
    if (answers.size >= mostRemembered) answers.clear()
    const fresh = { answer: answer(text) }
    answers.set(text, fresh)
    return fresh.answer
  }
}

/**
 * The same function, asked once for each object: its answer lives as long as the object. The object must not change;
 * the answer is never undefined.
 */
export function onceFor<Of extends object, T>(answer: (of: Of) => T): (of: Of) => T {
  const answers = new WeakMap<Of, T>()
  return (of) => {
    let known = answers.get(of)
    if (known === undefined) {
      known = answer(of)
      answers.set(of, known)
    }
    return known
  }
}

/** The value of a key of a map; the first time it is asked for it is made. */
export function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** What was made of an object last, as long as the inputs are the same; otherwise what `make` makes. */
export type KeepLast<Of extends object, T> = (of: Of, inputs: readonly unknown[], make: () => T) => T

/**
 * Keeps for each object what was made of it last, as long as the inputs are the same values or objects. What is made is
 * never undefined.
 */
export function keepLast<Of extends object, T>(): KeepLast<Of, T> {
  const kept = new WeakMap<Of, Readonly<{ inputs: readonly unknown[]; made: T }>>()
  return (of, inputs, make) => {
    const known = kept.get(of)
    if (known?.inputs.length === inputs.length && known.inputs.every((input, at) => input === inputs[at]))
      return known.made
    const made = make()
    kept.set(of, { inputs, made })
    return made
  }
}
