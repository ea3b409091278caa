import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../../core/errors.js'
import { type Role, roleNames } from '../../core/workflow/role.js'
import { isLoopbackAddress, isLoopbackName } from '../loopback.js'
import type { Visitor } from '../visitor.js'
import type { Workplace } from '../workplace.js'
import { openSession } from './sessions.js'

const does: Readonly<Record<Role, string>> = {
  preparer: '填自评表、写报告、提交',
  headOfUnit: '看本单位的自评、签字提交、申请更正',
  departmentReviewer: '审核下属单位的自评，通过或退回',
  financeReviewer: '财政审核，提出复核分，通过或退回',
  performanceSection: '统筹全县自评，复核、抽查、豁免',
  publisher: '把通过的自评公开',
  systemAdministrator: '管单位和账号，看不到业务数据',
  securityAdministrator: '管岗位和登录规则，看不到业务数据',
  trailReader: '只看操作留痕',
}

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

/** Every office of the demonstration, one line a person and role. */
export async function listDemoAccounts({ store }: Workplace) {
  const rows = await demoOffices(store)
  return rows.map((row) => ({
    officeId: row.office_id,
    name: row.account_name,
    roleName: roleNames[row.role],
    unitName: row.unit_name,
    does: does[row.role],
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

function demoOffices(store: Workplace['store']) {
  return store.asSystem((trx) =>
    trx
      .selectFrom('office')
      .innerJoin('account', (join) =>
        join
          .onRef('account.region_id', '=', 'office.region_id')
          .onRef('account.account_id', '=', 'office.account_id'),
      )
      .innerJoin('unit', (join) =>
        join.onRef('unit.region_id', '=', 'office.region_id').onRef('unit.unit_id', '=', 'office.unit_id'),
      )
      .select(['office.region_id', 'office.account_id', 'office.office_id', 'office.role'])
      .select(['account.name as account_name', 'unit.name as unit_name', 'unit.path'])
      .where('office.ended_at', 'is', null)
      .where('account.disabled_at', 'is', null)
      .orderBy('unit.path')
      .orderBy('office.given_at')
      .orderBy('office.office_id')
      .execute(),
  )
}
