import type { Pack } from '../core/pack/pack.js'
import type { PrintedFiling } from '../core/paper/printed.js'
import { openOrderThread } from '../threads/order-thread.js'
import type { WrittenList } from './excel/write-list.js'
import type { WrittenFormat } from './render-filing.js'

/** A filing and how to write it. */
type FilingOrder = Readonly<{ printed: PrintedFiling; format: WrittenFormat; packs: readonly Pack[] }>

/** What the thread is sent: a filing, or a list to be written as .xlsx. */
export type RenderingOrder =
  | ({ kind: 'filing' } & FilingOrder)
  | Readonly<{ kind: 'list'; list: WrittenList }>

const send = openOrderThread<RenderingOrder, Uint8Array>(new URL('./render-worker.js', import.meta.url))

/**
 * Writes a file in one thread of its own that serves everybody in turn, so that a page being typed on does not wait
 * for somebody's PDF. The thread starts with the first file and keeps its fonts.
 *
 * @throws DomainError as the writers do
 */
export function renderInWorker(
  printed: PrintedFiling,
  { format, packs }: Pick<FilingOrder, 'format' | 'packs'>,
): Promise<Uint8Array> {
  return send({ kind: 'filing', printed, format, packs })
}

/** Writes a list as .xlsx in the same thread: five hundred rows take a tenth of a second. */
export function renderListInWorker({ title, columns, rows }: WrittenList): Promise<Uint8Array> {
  // Callers' columns may carry functions, which cannot be sent to a thread.
  const plain = columns.map(({ title, width, kind = 'text' }) => ({ title, width, kind }))
  return send({ kind: 'list', list: { title, columns: plain, rows } })
}
