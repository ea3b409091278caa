import type { Pack } from '../../core/pack/pack.js'
import { openOrderThread } from '../../threads/order-thread.js'
import type { SummaryOrder } from './create-summariser.js'
import { createPackNames } from './name-packs.js'
import type { Summary } from './summarise.js'

const names = createPackNames()
const send = openOrderThread<SummaryOrder, Summary>(new URL('./summary-worker.js', import.meta.url), {
  onBreak: names.forget,
  youngMegabytes: 48,
})

/**
 * Computes the columns of a filing in one thread of its own, so that readers do not wait for those who save.
 *
 * @throws DomainError FILING_WRONG
 */
export function summariseInThread({
  packs,
  answers,
  ...contents
}: Omit<SummaryOrder, 'packs'> & Readonly<{ packs: readonly Pack[] }>): Promise<Summary> {
  const plain = answers.map(({ kind, check_name, inputs }) => ({ kind, check_name, inputs }))
  return send({ ...contents, answers: plain, packs: names.name(packs) })
}
