const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const

/** Adds a terminal style to a text, or leaves it as it is. */
export type Paint = (text: string, ...styles: readonly (keyof typeof codes)[]) => string

/** A painter that styles only when asked to. */
export function createPaint(enabled: boolean): Paint {
  return (text, ...styles) =>
    enabled && text !== '' ? `\u001b[${styles.map((style) => codes[style]).join(';')}m${text}\u001b[0m` : text
}
