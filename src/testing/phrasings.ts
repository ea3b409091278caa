import { expect, it } from 'vitest'
import { runNumberChecks } from './number-checks.js'

/** Every sentence is asked about by the kind, and nothing in it is wrong. */
export const asked = (kind: string, texts: readonly string[]): void => {
  it.each(texts)(`${kind} is asked and holds: %s`, (text) => {
    const results = runNumberChecks(text)
    expect(results.filter((result) => result.endsWith('violated'))).toEqual([])
    expect(results.some((result) => result === `${kind} holds` || result === `${kind} rounding`)).toBe(true)
  })
}

/** The kind finds the mistake in every sentence. */
export const wrong = (kind: string, texts: readonly string[]): void => {
  it.each(texts)(`${kind} finds the mistake: %s`, (text) => {
    expect(runNumberChecks(text)).toContain(`${kind} violated`)
  })
}
