import type { Transaction } from 'kysely'
import type { FilingContent } from '../../core/editing/content.js'
import { DomainError } from '../../core/errors/errors.js'
import type { FilingRow } from '../../store/filing-store.js'
import { findContentText, findStandingText, type YearBefore } from '../../store/filing-whole-store.js'
import type { Database } from '../../store/schema.js'
import type { Store } from '../../store/store.js'
import { findRecent, findRecentText, keepRecent, keepRecentText, type Sought } from './recent-contents.js'

type Trx = Transaction<Database>
type Row = Pick<FilingRow, 'region_id' | 'filing_id' | 'revision' | 'version'>

/** Where contents are read: the database, and what of it is in memory. The filing's row has been read in the same transaction. */
export type Reading = Readonly<{ trx: Trx; store: Store }>

/** JSON of the version in hand. @throws DomainError FILING_NOT_FOUND */
export function textInHand(reading: Reading, filing: Row): Promise<string> {
  return textOf(reading, { ...filing, which: 'inHand' }, () =>
    findContentText(reading.trx, idOf(filing), filing.version),
  )
}

/** JSON of the version that was sent back. @throws DomainError FILING_NOT_FOUND */
export function textReturned(reading: Reading, filing: Row): Promise<string> {
  return textOf(reading, { ...filing, which: 'returned' }, () =>
    findContentText(reading.trx, idOf(filing), filing.version - 1),
  )
}

/** JSON of last year's content. @throws DomainError FILING_NOT_FOUND */
export function textOfYearBefore(reading: Reading, region_id: string, before: YearBefore): Promise<string> {
  return textOf(reading, { ...before, which: 'standing' }, () =>
    findStandingText(reading.trx, idOf({ ...before, region_id })),
  )
}

/** The version in hand. @throws DomainError FILING_NOT_FOUND */
export async function contentInHand(reading: Reading, filing: Row): Promise<FilingContent> {
  const sought = { ...filing, which: 'inHand' as const }
  return contentOf(reading, sought, () => textInHand(reading, filing))
}

async function textOf(
  { store }: Reading,
  sought: Sought,
  ask: () => Promise<string | undefined>,
): Promise<string> {
  const known = findRecentText(store, sought) ?? (await ask())
  if (known === undefined) throw new DomainError('FILING_NOT_FOUND')
  keepRecentText(store, sought, known)
  return known
}

async function contentOf(
  { store }: Reading,
  sought: Sought,
  ask: () => Promise<string>,
): Promise<FilingContent> {
  const known = findRecent(store, sought) ?? parseStored(await ask())
  keepRecent(store, sought, known)
  return known
}

/** What the database keeps was a checked content when it was written. */
export function parseStored(text: string): FilingContent {
  return JSON.parse(text) as FilingContent
}

function idOf({ region_id, filing_id }: Pick<FilingRow, 'region_id' | 'filing_id'>) {
  return { regionId: region_id, filingId: filing_id }
}
