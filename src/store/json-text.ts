/**
 * JSON that PostgreSQL takes as jsonb: NUL characters and halves of surrogate pairs, which it refuses, become U+FFFD.
 * Property names as well as texts.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /\\u0000|\\ud[89a-f][0-9a-f]{2}/g,
    (escape, offset: number, all: string) => (isEscaped(all, offset) ? escape : '\uFFFD'),
  )
}

/** `\\u0000` in the JSON is a backslash followed by text, not an escape. */
function isEscaped(text: string, offset: number): boolean {
  let backslashes = 0
  while (text[offset - 1 - backslashes] === '\\') backslashes += 1
  return backslashes % 2 === 1
}
