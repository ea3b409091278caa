import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RouteDefinition } from '../contract/route.js'
import { routeList } from '../contract/routes.js'
import { businessRoles, type Role, roles } from '../core/workflow/role.js'
import { type FilingState, filingStates, transitions } from '../core/workflow/transition.js'
import { createTestApp, type TestApp } from '../testing/test-app.js'
import { allRoutes } from './all-routes.js'
import { serveRoute } from './routing/serve-route.js'

const definitions = routeList
const nowhere = '00000000-0000-4000-8000-000000000000'
const units = ['welfareHome', 'school', 'archive'] as const

type Filing = Readonly<{ id: string; path: string; state: FilingState; underBureau: boolean }>

let test: TestApp
const filings: Filing[] = []
const pages = new Map<Role, Record<string, string>>()

/** The doors alone: every route of the contract with nothing behind it, and no body asked for. */
const doors = definitions.map(({ body: _body, query: _query, answer: _answer, ...door }) =>
  serveRoute(door, async () => undefined),
)

beforeAll(async () => {
  test = await createTestApp({ routes: doors })
  for (const role of roles) pages.set(role, await test.signInAs(test.region.actors[role]))
  for (const unit of units) for (const state of filingStates) filings.push(await addFiling(unit, state))
})
afterAll(() => test.close())

async function addFiling(key: (typeof units)[number], state: FilingState): Promise<Filing> {
  const { regionId } = test.region
  const { unitId, path, name } = test.region.units[key]
  const underBureau = key === 'archive'
  return test.workplace.store.asSystem('upkeep', async (trx) => {
    const { filing_id } = await trx
      .insertInto('filing')
      .values({
        region_id: regionId,
        unit_id: unitId,
        unit_path: path,
        under_bureau: underBureau,
        budget_year: 2000 + filingStates.indexOf(state),
        title: name,
        state,
      })
      .returning('filing_id')
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('filing_version')
      .values({
        region_id: regionId,
        filing_id,
        version: 1,
        opened_by: state === 'returned' ? 'sendBack' : 'start',
        content: '{}',
      })
      .execute()
    return { id: filing_id, path, state, underBureau }
  })
}

function addressOf(path: string, filingId: string): string {
  return path
    .replace(':filingId', filingId)
    .replace(':version', '1')
    .replace(/:\w+/g, nowhere)
    .replace('*', 'hunan/base-data/2023')
}

async function knock({ method, path }: RouteDefinition, role: Role | undefined, filingId = nowhere) {
  const headers = role === undefined ? {} : pages.get(role)
  const answer = await test.app.inject({
    method,
    url: addressOf(path, filingId),
    ...(headers && { headers }),
  })
  return answer.statusCode
}

/** What the contract and the table say, worked out here once more without asking the code under test. */
function expected({ who, filing: action }: RouteDefinition, role: Role, filing: Filing): number {
  if (who !== 'anyone' && who !== 'signedIn' && !who.includes(role)) return 403
  if (action === undefined) return 204
  const isBusiness = businessRoles.some((one) => one === role)
  if (!isBusiness || !filing.path.startsWith(test.region.actors[role].path)) return 404
  if (action === 'see') return 204
  const rows = transitions.filter((row) => row.action === action && row.roles.some((one) => one === role))
  const open = rows.filter(
    (row) =>
      row.from === filing.state &&
      (row.underBureau ?? filing.underBureau) === filing.underBureau &&
      (row.afterReturn ?? filing.state === 'returned') === (filing.state === 'returned'),
  )
  if (open.length > 0) return 204
  return rows.length > 0 ? 409 : 403
}

describe('the permission matrix', () => {
  it('has a handler for every route of the contract, and no other', () => {
    const served = allRoutes.map(({ definition }) => definition.id).toSorted()
    expect(served).toEqual(definitions.map(({ id }) => id).toSorted())
  })

  it('lets nobody in without a session but where anyone may', async () => {
    for (const definition of definitions) {
      const status = await knock(definition, undefined)
      expect([definition.id, status]).toEqual([definition.id, definition.who === 'anyone' ? 204 : 401])
    }
  })

  it.each(definitions.filter(({ filing }) => filing === undefined).map((one) => [one.id, one] as const))(
    'opens %s to the roles that the contract names',
    async (_id, definition) => {
      const [anyFiling] = filings
      for (const role of roles) {
        if (anyFiling === undefined) throw new Error('no filing')
        expect([role, await knock(definition, role)]).toEqual([role, expected(definition, role, anyFiling)])
      }
    },
  )

  it.each(definitions.filter(({ filing }) => filing !== undefined).map((one) => [one.id, one] as const))(
    'opens %s by role, unit and state as the table says',
    async (_id, definition) => {
      const wrong: string[] = []
      for (const role of roles)
        for (const filing of filings) {
          const status = await knock(definition, role, filing.id)
          const wanted = expected(definition, role, filing)
          if (status !== wanted)
            wrong.push(`${role} ${filing.path} ${filing.state}: ${status}, not ${wanted}`)
        }
      expect(wrong).toEqual([])
      for (const role of businessRoles) expect([403, 404]).toContain(await knock(definition, role, nowhere))
    },
  )
})
