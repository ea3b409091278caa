import { expect, it } from 'vitest'
import { read, textFiles } from '../testing/repository.js'

const sheets = textFiles().filter((file) => file.startsWith('src/web/') && file.endsWith('.css'))

/** What Chromium 83 does not know; a rule that rests on it looks different there, or is left out whole. */
const newer = [
  [':is(', 88],
  [':where(', 88],
  [':has(', 105],
  ['inset:', 87],
  ['inset-inline', 87],
  ['margin-inline:', 87],
  ['padding-inline:', 87],
  ['aspect-ratio', 88],
  ['accent-color', 93],
  ['overflow: clip', 90],
  ['@layer', 99],
  ['@container', 105],
  ['dvh', 108],
  ['color-mix(', 111],
] as const

it('finds the style sheets at all', () => {
  expect(sheets.length).toBeGreaterThan(10)
})

it('gives gaps to grids alone: in a flex row Chromium 83 leaves them out', () => {
  const wrong = sheets.flatMap((file) =>
    rulesOf(file).filter(
      (rule) => /[\s;{](?:row-|column-)?gap:/.test(rule) && !/display: grid|grid-template-columns/.test(rule),
    ),
  )
  expect(wrong).toEqual([])
})

it.each(newer)('does without %s, which came with Chromium %d', (words) => {
  expect(sheets.filter((file) => read(file).includes(words))).toEqual([])
})

function rulesOf(file: string): readonly string[] {
  return [...read(file).matchAll(/[^{}]*\{[^{}]*\}/g)].map(([rule]) => rule.trim())
}
