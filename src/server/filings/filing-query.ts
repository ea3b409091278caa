import type { z } from 'zod'
import type { FilingFilter } from '../../contract/filing-routes.js'
import { DomainError } from '../../core/errors/errors.js'
import { dayOf } from '../../core/workflow/calendar.js'
import type { FilingQuery } from '../../store/filing-list-store.js'
import type { Trx } from '../../store/store.js'
import { findUnit } from '../../store/unit-store.js'

type Filter = Omit<z.output<z.ZodObject<typeof FilingFilter>>, 'sort'>

/** The filters of a list as the store takes them. @throws DomainError UNIT_UNKNOWN for another region's department */
export async function filingQuery(
  trx: Trx,
  filter: Filter,
  { regionId, now }: Readonly<{ regionId: string; now: Date }>,
): Promise<FilingQuery> {
  return {
    regionId,
    year: filter.year,
    state: filter.state,
    waitingFor: filter.waitingFor,
    departmentPath: await pathOf(trx, regionId, filter.departmentId),
    words: filter.query,
    overdueOn: filter.overdue === undefined ? undefined : dayOf(now),
  }
}

async function pathOf(trx: Trx, regionId: string, unitId: string | undefined): Promise<string | undefined> {
  if (unitId === undefined) return undefined
  const unit = await findUnit(trx, regionId, unitId)
  if (unit === undefined) throw new DomainError('NOT_FOUND', { what: '这个主管部门' })
  return unit.path
}
