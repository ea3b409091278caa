import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { OfficeShown, SessionShown } from '../../contract/session-routes.js'
import { isBusinessRole, roleNames } from '../../core/workflow/role.js'
import { hasSecondFactor } from '../../store/account-store.js'
import { listBudgetYears } from '../../store/notice-store.js'
import { listOwnOffices } from '../../store/office-store.js'
import { findRegion } from '../../store/region-store.js'
import type { Actor } from '../../store/store.js'
import type { Caller, Visitor } from '../door/visitor.js'
import type { Workplace } from '../workplace/workplace.js'

type Shown = z.output<typeof SessionShown>
type Office = z.output<typeof OfficeShown>

/** The present session as the page needs it; nobody signed in gives the name of the place alone. */
export async function showSession(
  { workplace, request }: Readonly<{ workplace: Workplace; request: FastifyRequest }>,
  visitor: Visitor | undefined,
): Promise<Shown> {
  const signOn = request.server.site.signOn?.label ?? null
  const place = { ...(await readPlace(workplace, visitor?.caller.regionId)), signOn }
  const nobody = { account: null, office: null, offices: [], csrfToken: null, years: [] }
  if (visitor === undefined) return { ...place, ...nobody, secondFactor: false, mustChangePassword: false }
  const { caller, csrfToken, mustChangePassword } = visitor
  const offices = await listOffices(workplace, caller)
  return {
    ...place,
    account: { accountId: caller.accountId, login: caller.login, name: caller.accountName },
    office: offices.find(({ officeId }) => officeId === caller.officeId) ?? null,
    offices: [...offices],
    csrfToken: visitor.by === 'cookie' ? csrfToken : null,
    secondFactor: await workplace.store.asActor(caller, (trx) => hasSecondFactor(trx, caller)),
    mustChangePassword,
    years: isBusinessRole(caller.role) ? await listYears(workplace, caller) : [],
  }
}

const Settings = z.object({ title: z.string().min(1).catch('衡效') })

async function readPlace({ store, demo }: Workplace, regionId: string | undefined) {
  const region = await store.asSystem('door', (trx) => findRegion(trx, regionId))
  const { title } = Settings.parse(region?.settings ?? {})
  return { title, regionName: region?.name ?? '', demo }
}

/** Offices that an account holds now, the oldest first. */
export async function listOffices(
  { store }: Workplace,
  { regionId, accountId }: Pick<Actor, 'regionId' | 'accountId'>,
): Promise<readonly Office[]> {
  const rows = await store.asSystem('door', (trx) => listOwnOffices(trx, { regionId, accountId }))
  return rows.map((row) => ({
    officeId: row.office_id,
    role: row.role,
    roleName: roleNames[row.role],
    unitId: row.unit_id,
    unitName: row.name,
  }))
}

function listYears({ store }: Workplace, caller: Caller): Promise<number[]> {
  return store.asActor(caller, (trx) => listBudgetYears(trx, caller.regionId))
}
