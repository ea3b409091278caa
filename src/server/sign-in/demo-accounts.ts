import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { DemoAccounts } from '../../contract/demo-accounts.js'
import { DomainError } from '../../core/errors/errors.js'
import { roleNames } from '../../core/workflow/role.js'
import { listOfficesById } from '../../store/office-store.js'
import { listRegions } from '../../store/region-store.js'
import { isLoopbackAddress, isLoopbackName } from '../door/loopback.js'
import type { Visitor } from '../door/visitor.js'
import type { Workplace } from '../workplace/workplace.js'
import { openSession } from './sessions.js'

/**
 * One-click sign-in is for a demonstration on this very machine: asked for by a loopback address, under a loopback
 * name (a foreign name that resolves here is an attack), with no proxy between. Elsewhere it does not exist.
 *
 * @throws DomainError NOT_FOUND
 */
export function checkDemo(request: FastifyRequest, { demo }: Workplace): void {
  const { socket, hostname, headers } = request
  const isHere = isLoopbackAddress(socket.remoteAddress ?? '') && isLoopbackName(hostname)
  if (!demo || !isHere || headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined)
    throw new DomainError('NOT_FOUND', { what: request.url.split('?')[0] ?? '' })
}

/** The people whom the demonstration names, in its order; a region that is none names nobody. */
export async function listDemoAccounts({ store }: Workplace) {
  const offices = await demoOffices(store)
  return offices.map((row) => ({
    officeId: row.office_id,
    name: row.account_name,
    roleName: roleNames[row.role],
    unitName: row.unit_name,
    does: row.does,
  }))
}

/** @throws DomainError OFFICE_NOT_YOURS */
export async function signInDemo(
  workplace: Workplace,
  { officeId, reply }: Readonly<{ officeId: string; reply: FastifyReply }>,
): Promise<Visitor | undefined> {
  const office = (await demoOffices(workplace.store)).find((row) => row.office_id === officeId)
  if (office === undefined) throw new DomainError('OFFICE_NOT_YOURS')
  const { region_id: regionId, account_id: accountId } = office
  return openSession({ workplace, reply }, { regionId, accountId, officeId })
}

const Settings = z.object({ demoAccounts: DemoAccounts })

function demoOffices(store: Workplace['store']) {
  return store.asSystem('door', async (trx) => {
    const regions = await listRegions(trx)
    const named = regions.flatMap(({ settings }) => Settings.safeParse(settings).data?.demoAccounts ?? [])
    if (named.length === 0) return []
    const rows = await listOfficesById(
      trx,
      named.map(({ officeId }) => officeId),
    )
    return named.flatMap(({ officeId, does }) => {
      const row = rows.find(({ office_id }) => office_id === officeId)
      return row === undefined ? [] : [{ ...row, does }]
    })
  })
}
