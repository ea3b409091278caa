import type { Document, Paragraph } from '../document/document.js'
import type { Claim } from '../filing/claim.js'
import type { Narrative } from '../filing/narrative.js'
import { keepLast } from '../remember.js'
import { findAbsences } from './claims-absence.js'
import { findBalances } from './claims-balance.js'
import { findCarryOvers } from './claims-carry-over.js'
import { findChanges } from './claims-change.js'
import { findCounts } from './claims-count.js'
import { findIndicators } from './claims-indicator.js'
import { findParts } from './claims-parts.js'
import { findProjectLists } from './claims-projects.js'
import { findDonePairs, findInlineShares, findRatios } from './claims-ratio.js'
import { findScores } from './claims-score.js'
import { findShares } from './claims-share.js'
import { foldedText } from './folded.js'
import { findPartsBelow } from './named-parts.js'
import { readSections } from './sections.js'
import { splitSentences } from './sentences.js'
import type { Statement } from './statement.js'
import { readStatements } from './statements.js'
import { readSurroundings, type Surroundings } from './surroundings.js'
import { findTitle, findUnit } from './title.js'

/** Reads everything the prose of a filing says. `budgetYear` is the year meant where a sentence names none. */
export function readNarrative(
  paragraphs: readonly Paragraph[],
  context: { budgetYear: number | undefined },
): Narrative {
  const sections = readSections(paragraphs)
  const around = readSurroundings(paragraphs, sections)
  const document: Document = { blocks: paragraphs, notes: [] }
  const unit = findUnit(document)
  const ownNames = unit === undefined ? [] : [unit]
  const statements = new Map<number, readonly Statement[]>()
  for (const paragraph of paragraphs) {
    const own = around.get(paragraph.index)
    if (own === undefined || !/[\d０-９]/.test(paragraph.text)) continue
    const inputs = [context.budgetYear, unit, own]
    const read = () => readStatements(paragraph, { ...context, ownNames, around: own })
    statements.set(paragraph.index, keptStatements(paragraph, inputs, read))
  }
  const claims = paragraphs.flatMap((paragraph, position) =>
    claimsOnce(paragraph, {
      statements: statements.get(paragraph.index) ?? none,
      next: statements.get(nextFilled(paragraphs, position)) ?? none,
      below: openEnd.test(paragraph.text)
        ? paragraphs.slice(position + 1, position + 6).map(({ index }) => statements.get(index)?.[0])
        : none,
      around: around.get(paragraph.index),
    }),
  )
  return {
    title: findTitle(document),
    sections,
    sentences: splitSentences(paragraphs),
    facts: [...statements.values()].flat().map(({ fact }) => fact),
    claims: [...claims, ...findProjectLists(sections, statements, paragraphs), ...findCounts(paragraphs)],
  }
}

const none: readonly Statement[] = []
const keptStatements = keepLast<Paragraph, readonly Statement[]>()
const keptClaims = keepLast<Paragraph, readonly Claim[]>()

function nextFilled(paragraphs: readonly Paragraph[], position: number): number {
  for (let at = position + 1; at < paragraphs.length; at++) {
    const next = paragraphs[at]
    if (next !== undefined && next.text.trim() !== '') return next.index
  }
  return -1
}

/** The parts follow in the paragraphs below. */
const openEnd = /其中[:：]\s*$/

type ClaimInput = Readonly<{
  statements: readonly Statement[]
  /** First figures of the paragraphs below, when this one ends with 其中：. */
  below: readonly (Statement | undefined)[]
  next: readonly Statement[]
  around: Surroundings | undefined
}>

/** Claims rest on the statements of the paragraph and of those below it, and on what stands around. */
function claimsOnce(paragraph: Paragraph, input: ClaimInput): readonly Claim[] {
  const { statements, next, below, around } = input
  return keptClaims(paragraph, [statements, next, around, ...below], () => claimsOf(paragraph, input))
}

function claimsOf(paragraph: Paragraph, { statements, below, next, around }: ClaimInput): readonly Claim[] {
  const text = foldedText(paragraph)
  const absences = findAbsences(paragraph, around?.titles ?? [], around?.project)
  if (statements.length === 0) return [...absences, ...findIndicators(paragraph)]
  const parts = findParts(statements)
  return [
    ...findChanges(statements, text),
    ...findShares(statements, parts),
    ...parts,
    ...(below.length === 0 ? [] : findPartsBelow(statements, below)),
    ...findDonePairs(statements),
    ...findRatios(statements),
    ...findInlineShares(statements),
    ...findBalances(statements, next),
    ...findCarryOvers(statements, text, around?.project),
    ...findScores(statements, paragraph),
    ...findIndicators(paragraph),
    ...absences,
  ]
}
