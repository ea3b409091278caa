import { checkContent } from '../../core/editing/check-content.js'
import type { FilingContent } from '../../core/editing/content.js'
import type { Pack } from '../../core/pack/pack.js'
import type { NamedPacks } from './name-packs.js'
import { shareParts } from './share-parts.js'
import { type Answered, type Summary, summarise } from './summarise.js'

/** What the columns of a filing follow from. Contents are JSON. */
export type SummaryOrder = Readonly<{
  filingId: string
  text: string
  lastYear: string | undefined
  answers: readonly Answered[]
  packs: NamedPacks
}>

type Known = Readonly<{ text: string; content: FilingContent }>

/** As many as type at once, with room; one takes some hundred kilobytes with all that the engine keeps of it. */
const mostKnown = 300

/**
 * A function that computes columns and keeps the contents seen last, so that the engine computes only what changed.
 *
 * @throws DomainError FILING_WRONG
 */
export function createSummariser(): (order: SummaryOrder) => Summary {
  const contentOf = contentsSeen()
  const lastYearOf = contentsSeen()
  const packsOf = packsNamed()
  return ({ filingId, text, lastYear, answers, packs }) => {
    const known = packsOf(packs)
    const content = contentOf(filingId, text)
    return summarise(content, {
      checked: checkContent(content, known),
      answers,
      lastYear: lastYear === undefined ? undefined : lastYearOf(filingId, lastYear),
    })
  }
}

function contentsSeen(): (filingId: string, text: string) => FilingContent {
  const seen = new Map<string, Known>()
  return (filingId, text) => {
    const before = seen.get(filingId)
    const content = before?.text === text ? before.content : parseShared(text, before?.content)
    seen.delete(filingId)
    seen.set(filingId, { text, content })
    const [oldest] = seen.keys()
    if (seen.size > mostKnown && oldest !== undefined) seen.delete(oldest)
    return content
  }
}

/** What is sent was a checked content before it was text. */
function parseShared(text: string, before: FilingContent | undefined): FilingContent {
  return shareParts(JSON.parse(text), before) as FilingContent
}

function packsNamed(): (named: NamedPacks) => readonly Pack[] {
  const known = new Map<number, readonly Pack[]>()
  return ({ number, packs }) => {
    if (packs !== undefined) known.set(number, packs)
    const found = known.get(number)
    if (found === undefined) throw new Error(`packs ${number} were never sent`)
    return found
  }
}
