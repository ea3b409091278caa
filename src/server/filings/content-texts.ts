import type { FilingContent } from '../../core/editing/content.js'
import { DomainError } from '../../core/errors/errors.js'
import type { FilingRow } from '../../store/filing-store.js'
import { findContentText, findStandingText, type YearBefore } from '../../store/filing-whole-store.js'
import type { Store, Trx } from '../../store/store.js'
import { findRecentText, keepRecentText, type Sought } from './recent-texts.js'

type Row = Pick<FilingRow, 'region_id' | 'filing_id' | 'revision' | 'version'>

/** Where contents are read: the database, and what of it is in memory. The filing's row has been read in the same transaction. */
export type ContentSource = Readonly<{ trx: Trx; store: Store }>

/** JSON of the version in hand. @throws DomainError FILING_NOT_FOUND */
export function textInHand(source: ContentSource, filing: Row): Promise<string> {
  return textOf(source, { ...filing, which: 'inHand' }, () =>
    findContentText(source.trx, idOf(filing), filing.version),
  )
}

/** JSON of the version that was sent back. @throws DomainError FILING_NOT_FOUND */
export function textReturned(source: ContentSource, filing: Row): Promise<string> {
  return textOf(source, { ...filing, which: 'returned' }, () =>
    findContentText(source.trx, idOf(filing), filing.version - 1),
  )
}

/** JSON of last year's content. @throws DomainError FILING_NOT_FOUND */
export function textOfYearBefore(
  source: ContentSource,
  region_id: string,
  before: YearBefore,
): Promise<string> {
  return textOf(source, { ...before, which: 'standing' }, () =>
    findStandingText(source.trx, idOf({ ...before, region_id })),
  )
}

/** The version in hand. @throws DomainError FILING_NOT_FOUND */
export async function contentInHand(source: ContentSource, filing: Row): Promise<FilingContent> {
  return parseStored(await textInHand(source, filing))
}

async function textOf(
  { store }: ContentSource,
  sought: Sought,
  ask: () => Promise<string | undefined>,
): Promise<string> {
  const known = findRecentText(store, sought) ?? (await ask())
  if (known === undefined) throw new DomainError('FILING_NOT_FOUND')
  keepRecentText(store, sought, known)
  return known
}

/** What the database keeps was a checked content when it was written. */
export function parseStored(text: string): FilingContent {
  return JSON.parse(text) as FilingContent
}

function idOf({ region_id, filing_id }: Pick<FilingRow, 'region_id' | 'filing_id'>) {
  return { regionId: region_id, filingId: filing_id }
}
