import type { z } from 'zod'
import type { FindingShown } from '../../contract/shapes.js'
import type { DocumentShown, Recognised } from '../../contract/upload-routes.js'
import type { Document, Place } from '../../core/document/document.js'
import { checkContent } from '../../core/editing/check-content.js'
import type { CellFinding } from '../../core/editing/checked-content.js'
import type { FilingContent } from '../../core/editing/content.js'
import { contentOfFiling } from '../../core/editing/content-of-filing.js'
import { basisText, type Law } from '../../core/law/law.js'
import type { Ledger } from '../../core/ledger/ledger.js'
import { readLedger } from '../../core/ledger/read-ledger.js'
import type { Pack } from '../../core/pack/pack.js'
import { recognise } from '../../core/recognise/recognise.js'
import { readDocument } from '../../documents/read-document.js'

/** What was read out of one file, as it is kept with the upload. */
export type ReadUpload = Readonly<{
  document: z.output<typeof DocumentShown>
  content: FilingContent | null
  recognised: readonly z.output<typeof Recognised>[]
  findings: readonly z.output<typeof FindingShown>[]
  ledger: Ledger | null
}>

/** What a file is read for; unit and year stand in where the file does not say. */
export type ReadingOrder = Readonly<{
  bytes: Uint8Array
  purpose: 'filing' | 'ledger'
  unit: string
  budgetYear: number | undefined
}>

export type Knowledge = Readonly<{ packs: readonly Pack[]; laws: readonly Law[] }>

/**
 * Bytes → document → forms and report, or a ledger. Costly: for a thread of its own.
 *
 * @throws DomainError every refusal of reading
 */
export async function readUpload(order: ReadingOrder, knowledge: Knowledge): Promise<ReadUpload> {
  const { document } = await readDocument(order.bytes)
  const shown = documentShown(document)
  if (order.purpose === 'ledger')
    return {
      document: shown,
      content: null,
      recognised: [],
      findings: [],
      ledger: readLedger(document) ?? null,
    }
  const { packs } = knowledge
  const budgetYear = order.budgetYear
  const otherwise = { unit: order.unit, ...(budgetYear === undefined ? {} : { budgetYear }) }
  const { content, placed, unplaced } = contentOfFiling(recognise(document, packs), packs, otherwise)
  const findings = checkContent(content, packs).findings.map((finding) =>
    findingShown(finding, knowledge.laws),
  )
  const recognised = [
    ...placed.map(({ place, cell }) => ({ ...placeShown(place), cell })),
    ...unplaced.map(placeShown),
  ]
  return { document: shown, content, recognised, findings, ledger: null }
}

function placeShown({ part, row, column, quote }: Place): z.output<typeof Recognised> {
  return {
    part,
    quote,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  }
}

function documentShown({ blocks, notes }: Document): ReadUpload['document'] {
  return {
    blocks: blocks.map((block) =>
      block.kind === 'paragraph'
        ? { kind: block.kind, index: block.index, text: block.text }
        : {
            ...{ kind: block.kind, index: block.index, rows: block.rows, columns: block.columns },
            cells: block.cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
              ...{ row, column, rowSpan, columnSpan, text },
            })),
          },
    ),
    notes: [...notes],
  }
}

function findingShown(finding: CellFinding, laws: readonly Law[]): z.output<typeof FindingShown> {
  const { rule, check, severity, message, expected, stated, difference, unit, cells, inputs } = finding
  const { basis, suggestion, suggestedCell } = finding
  return {
    ...{ rule, check, severity, message, cells: [...cells], inputs },
    ...{ expected, stated, difference, unit },
    basis: basis.map((one) => basisText(one, laws)),
    ...(suggestion === undefined
      ? {}
      : { suggestion: { cell: suggestedCell, value: suggestion.value, because: suggestion.because } }),
  }
}
