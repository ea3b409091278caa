import type { FilingRow } from '../../store/filing-store.js'
import type { Workplace } from '../workplace/workplace.js'

/** What those who have a filing open are told. */
export type FilingNews =
  | Readonly<{ event: 'saved'; data: Readonly<{ revision: string; byName: string }> }>
  | Readonly<{ event: 'moved'; data: Readonly<{ state: string }> }>
  | Readonly<{ event: 'commented'; data: Readonly<Record<string, never>> }>

/** Tells it; only after the transaction has ended well. */
export function tellFiling(
  { streams }: Workplace,
  filing: Pick<FilingRow, 'filing_id' | 'unit_path'>,
  { event, data }: FilingNews,
): void {
  streams.tell({ topic: `filing/${filing.filing_id}`, event, data, unitPath: filing.unit_path })
}
