import { checkDocument } from '../checks/check-document.js'
import type { Place } from '../document/document.js'
import type { Filing } from '../filing/filing.js'
import type { Finding } from '../law/check.js'
import type { Pack } from '../pack/pack.js'
import { type DraftParagraph, type DraftRun, type MissingFact, textOfRuns, wordsRun } from './draft.js'
import { draftDocument } from './draft-document.js'
import type { WrittenReport } from './write-outline.js'

/** More rounds than any filing needs: each takes back every sentence that a check objects to. */
const mostRounds = 5

type Context = Readonly<{ filing: Filing; packs: readonly Pack[] }>

/**
 * The report checked as a reader would check it. A filing may state one figure in two ways; a sentence of ours that
 * repeats one of them is taken back, and the writer is asked to make sure of it.
 */
export function withdrawDoubtful(report: WrittenReport, context: Context): WrittenReport {
  let current = report
  for (let round = 0; round < mostRounds; round += 1) {
    const next = withdrawOnce(current, context)
    if (next === current) return current
    current = next
  }
  return current
}

function withdrawOnce(report: WrittenReport, { filing, packs }: Context): WrittenReport {
  const { document, positions } = draftDocument(report.blocks, filing)
  const { findings } = checkDocument(document, packs)
  const blocks = [...report.blocks]
  const missing = [...report.missing]
  for (const finding of findings.filter(({ severity }) => severity === 'error'))
    for (const place of finding.places) {
      const position = positions.get(paragraphNumber(place) ?? 0)
      const block = position === undefined ? undefined : blocks[position]
      if (position === undefined || block?.kind !== 'paragraph' || block.kept) continue
      const changed = withoutSentence(block, place.quote)
      if (changed === undefined) continue
      blocks[position] = changed.paragraph
      missing.push(doubtful(changed.name, block.section, finding))
    }
  return missing.length === report.missing.length ? report : { blocks, missing }
}

function paragraphNumber({ part }: Place): number | undefined {
  const number = /^paragraph (\d+)$/.exec(part)?.[1]
  return number === undefined ? undefined : Number.parseInt(number, 10)
}

function doubtful(name: string, section: string, { message }: Finding): MissingFact {
  return { name, section, reason: 'contradicted', message }
}

/** What a filing states once: never the reason of a contradiction. */
const known: ReadonlySet<string> = new Set(['单位', '年度', '上年度'])

type Sentence = Readonly<{ runs: readonly DraftRun[]; start: number; end: number }>

/** The paragraph with a question in place of the sentences that hold the quoted words; undefined when they have no figure. */
function withoutSentence(
  paragraph: DraftParagraph,
  quote: string,
): Readonly<{ paragraph: DraftParagraph; name: string }> | undefined {
  const from = Math.max(0, textOfRuns(paragraph.runs).indexOf(quote))
  const to = from + Math.max(1, quote.length)
  const sentences = sentencesOf(paragraph.runs)
  const hit = sentences.filter((sentence) => sentence.start < to && sentence.end > from)
  const labels = new Set(
    hit.flatMap(({ runs }) => runs.flatMap(({ label }) => label ?? [])).filter((label) => !known.has(label)),
  )
  if (labels.size === 0) return undefined
  const name = [...labels].join('、')
  const runs = sentences.flatMap((sentence) => {
    if (!hit.includes(sentence)) return sentence.runs
    return sentence === hit[0] ? [wordsRun(`〔请核对：${name}〕`)] : []
  })
  return { paragraph: { ...paragraph, runs }, name }
}

/** Cuts runs at 。 and ；; a figure is never cut. */
function sentencesOf(runs: readonly DraftRun[]): readonly Sentence[] {
  const pieces = runs.flatMap((run): DraftRun[] =>
    run.field === undefined ? run.text.split(/(?<=[。；])/).map(wordsRun) : [run],
  )
  const sentences: Sentence[] = []
  let open: DraftRun[] = []
  let start = 0
  let at = 0
  for (const piece of pieces) {
    open.push(piece)
    at += piece.text.length
    if (piece.field !== undefined || !/[。；]$/.test(piece.text)) continue
    sentences.push({ runs: open, start, end: at })
    open = []
    start = at
  }
  return open.length === 0 ? sentences : [...sentences, { runs: open, start, end: at }]
}
