import { existsSync, readFileSync } from 'node:fs'
import { type Document, type Place, placeInTable } from '../core/document/document.js'
import type { Finding } from '../core/law/check.js'

/** Where the verified reports lie beside the checkout; undefined where they do not. */
export const sharedFolder = ['../shared', '../../shared']
  .map((path) => new URL(`../../${path}/`, import.meta.url))
  .find((url) => existsSync(new URL('gold/000.json', url)))

/** One hand-verified statement about a report. */
export type GoldStatement = Readonly<{
  id: string
  line: number
  quote: string
  also: readonly Readonly<{ line: number; quote: string }>[]
  rule: string
  verdict: 'holds' | 'violated'
  severity: 'error' | 'warn' | 'info' | 'none'
  certainty: 'certain' | 'rounding' | 'judgement'
}>

export function loadGold(seed: string): readonly GoldStatement[] {
  const url = new URL(`gold/${seed}.json`, sharedFolder)
  return JSON.parse(readFileSync(url, 'utf8')).items
}

/** The line of a place: its own, or that of the same cell or paragraph in the report's text file. */
export function lineOf(place: Place, text: Document): number | undefined {
  if (place.line !== undefined) return place.line
  const [kind, index] = place.part.split(' ')
  for (const block of text.blocks) {
    if (block.kind !== kind || block.index !== Number(index)) continue
    if (block.kind === 'paragraph') return block.line
    const cell = block.cells.find(({ row, column }) => row === place.row && column === place.column)
    return cell && placeInTable(block, cell, place.quote).line
  }
  return undefined
}

/** True when a finding speaks of a statement: the same rule, at one of its lines. */
export function matches(finding: Finding, statement: GoldStatement, text: Document): boolean {
  return finding.rule === statement.rule && touchesLines(finding, statement, text)
}

export function touchesLines(finding: Finding, statement: GoldStatement, text: Document): boolean {
  const lines = new Set([statement.line, ...statement.also.map(({ line }) => line)])
  return finding.places.some((place) => {
    const line = lineOf(place, text)
    return line !== undefined && lines.has(line)
  })
}
