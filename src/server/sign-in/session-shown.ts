import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import type { OfficeShown, SessionShown } from '../../contract/session-routes.js'
import { isBusinessRole, roleNames } from '../../core/workflow/role.js'
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
    secondFactor: await hasSecondFactor(workplace, caller),
    mustChangePassword,
    years: isBusinessRole(caller.role) ? await listYears(workplace, caller) : [],
  }
}

const Settings = z.object({ title: z.string().min(1).catch('衡效') })

async function readPlace({ store, demo }: Workplace, regionId: string | undefined) {
  const region = await store.asSystem((trx) =>
    trx
      .selectFrom('region')
      .select(['name', 'settings'])
      .$if(regionId !== undefined, (query) => query.where('region_id', '=', regionId ?? ''))
      .orderBy('region_id')
      .limit(1)
      .executeTakeFirst(),
  )
  const { title } = Settings.parse(region?.settings ?? {})
  return { title, regionName: region?.name ?? '', demo }
}

/** Offices that an account holds now, the oldest first. */
export async function listOffices(
  { store }: Workplace,
  { regionId, accountId }: Pick<Actor, 'regionId' | 'accountId'>,
): Promise<readonly Office[]> {
  const rows = await store.asSystem((trx) =>
    trx
      .selectFrom('office')
      .innerJoin('unit', (join) =>
        join.onRef('unit.region_id', '=', 'office.region_id').onRef('unit.unit_id', '=', 'office.unit_id'),
      )
      .select(['office.office_id', 'office.role', 'unit.unit_id', 'unit.name'])
      .where('office.region_id', '=', regionId)
      .where('office.account_id', '=', accountId)
      .where('office.ended_at', 'is', null)
      .orderBy('office.given_at')
      .orderBy('office.office_id')
      .execute(),
  )
  return rows.map((row) => ({
    officeId: row.office_id,
    role: row.role,
    roleName: roleNames[row.role],
    unitId: row.unit_id,
    unitName: row.name,
  }))
}

async function hasSecondFactor({ store }: Workplace, { regionId, accountId }: Caller): Promise<boolean> {
  const row = await store.asSystem((trx) =>
    trx
      .selectFrom('account')
      .select('second_factor_since')
      .where('region_id', '=', regionId)
      .where('account_id', '=', accountId)
      .executeTakeFirst(),
  )
  return row?.second_factor_since != null
}

async function listYears({ store }: Workplace, caller: Caller): Promise<number[]> {
  const { rows } = await store.asActor(caller, (trx) =>
    sql<{ budget_year: number }>`
      select budget_year from notice where region_id = ${caller.regionId}
      union select budget_year from filing where region_id = ${caller.regionId}
      order by budget_year desc`.execute(trx),
  )
  return rows.map((row) => row.budget_year)
}
