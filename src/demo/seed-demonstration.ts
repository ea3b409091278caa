import { DemoAccounts } from '../contract/demo-accounts.js'
import { summarise } from '../server/filings/summarise.js'
import type { Workplace } from '../server/workplace/workplace.js'
import type { Trx } from '../store/store.js'
import { rowsOfMoves, waiting } from './deeds.js'
import { county } from './departments.js'
import { recordChain } from './event-rows.js'
import { type Entry, type Told, tellFilings } from './filings.js'
import { insertAll } from './insert-all.js'
import { ledgerRows } from './ledger-rows.js'
import { listPeople, type People } from './people.js'
import { recordReviewing } from './reviewing.js'
import { stableId } from './stable-id.js'
import { thingsToTry } from './stories.js'
import type { Rows } from './tables.js'
import { bureau, type DemoUnit, listUnits } from './units.js'

/** The region of the demonstration. */
export const demoRegion = 'yunxi-demo'

export const demoYear = 2024

const day = 86_400_000

/**
 * Fills an empty database with 云溪县: its units, people, notices, last year's filings and this year's in every
 * state. Always the same for the same day. Does nothing where the region is there already.
 *
 * @returns how many filings were written; 0 where it was there already
 */
export async function seedDemonstration(workplace: Workplace): Promise<number> {
  const { store } = workplace
  const known = await store.asSystem('upkeep', (trx) =>
    trx.selectFrom('region').select('region_id').where('region_id', '=', demoRegion).executeTakeFirst(),
  )
  if (known !== undefined) return 0
  const units = listUnits(demoYear)
  const people = listPeople(units, thingsToTry)
  const told = await tellAll(workplace, units, people)
  const rows = told.filings.map((filing) => rowsOfMoves(filing, demoRegion, people))
  const all: Rows = {
    versions: rows.flatMap(({ rows: { versions } }) => versions),
    flags: rows.flatMap(({ rows: { flags } }) => flags),
    answers: rows.flatMap(({ rows: { answers } }) => answers),
    events: rows.flatMap(({ rows: { events } }) => events),
  }
  await store.asSystem('upkeep', async (trx) => {
    await recordPlaces(trx, units, people)
    await recordNotices(trx, told.entries, workplace.now())
    await insertAll(trx, 'filing', rows.map(filingRow))
    const reviewing = await recordReviewing(trx, {
      rows,
      people,
      files: workplace.files,
      now: workplace.now(),
    })
    await recordChain(trx, demoRegion, [...all.events, ...reviewing])
    await insertAll(trx, 'filing_version', all.versions)
    await insertAll(trx, 'flag', all.flags)
    await insertAll(trx, 'finding_answer', all.answers)
    await insertAll(
      trx,
      'ledger_amount',
      units.flatMap((unit) => ledgerRows(unit, demoRegion)),
    )
  })
  return told.filings.length
}

async function tellAll(workplace: Workplace, units: readonly DemoUnit[], people: People): Promise<Told> {
  const packs = await workplace.packs(demoRegion)
  const now = workplace.now().getTime()
  const ago = (days: number) => new Date(now - days * day)
  const year = (from: number, to: number) => ({
    packs,
    telling: { packs, people, from: ago(from), to: ago(to) },
  })
  return tellFilings(units, year(402, 340), year(34, 1))
}

async function recordPlaces(trx: Trx, units: readonly DemoUnit[], people: People): Promise<void> {
  const region_id = demoRegion
  const demoAccounts = DemoAccounts.parse(
    [...thingsToTry.keys()].flatMap((login) => {
      const person = people.all.find((one) => one.login === login)
      return person === undefined ? [] : [{ officeId: person.officeId, does: person.does ?? '' }]
    }),
  )
  await trx
    .insertInto('region')
    .values({ region_id, name: county, settings: JSON.stringify({ demoAccounts }) })
    .execute()
  const shared = { region_id, began_on: '2015-01-01', ended_on: null }
  const own = { unit_id: bureau.unitId, code: bureau.code, name: bureau.name, path: bureau.path }
  await trx
    .insertInto('unit')
    .values({ ...shared, ...own, kind: 'bureau', parent_id: null })
    .execute()
  const unitRow = ({ unitId, code, name, kind, parentId, path }: DemoUnit) => ({
    ...shared,
    ...{ unit_id: unitId, code, name, kind, parent_id: parentId, path },
  })
  await insertAll(trx, 'unit', units.map(unitRow))
  await insertAll(trx, 'project', units.map(projectRow))
  await insertAll(
    trx,
    'account',
    people.all.map(({ accountId, login, name }) => ({
      ...{ region_id, account_id: accountId, login, name, password_hash: null },
      ...{ password_changed_at: null, locked_until: null, second_factor_secret: null },
      ...{ second_factor_since: null, sign_on_subject: null, disabled_at: null },
    })),
  )
  await insertAll(
    trx,
    'office',
    people.all.map(({ officeId, accountId, unitId, role }) => ({
      ...{ region_id, office_id: officeId, account_id: accountId, unit_id: unitId, role, ended_at: null },
    })),
  )
}

function projectRow({ projectId, unitId, code, work }: DemoUnit) {
  return {
    region_id: demoRegion,
    project_id: projectId,
    unit_id: unitId,
    code: `${code}-01`,
    name: work.project,
    began_year: demoYear - 3,
    ended_year: null,
  }
}

async function recordNotices(trx: Trx, entries: readonly Entry[], now: Date): Promise<void> {
  const dayOf = (days: number) => new Date(now.getTime() + days * day).toISOString().slice(0, 10)
  const notice = (year: number, due: number, issued: number) => ({
    region_id: demoRegion,
    notice_id: stableId(`notice ${year}`),
    budget_year: year,
    title: `关于开展${year}年度部门整体支出和项目支出绩效自评的通知`,
    document_number: `云财绩〔${year + 1}〕3号`,
    due_on: dayOf(due),
    issued_at: new Date(now.getTime() - issued * day),
  })
  await insertAll(trx, 'notice', [notice(demoYear - 1, -345, 405), notice(demoYear, 19, 36)])
  await insertAll(
    trx,
    'roster_entry',
    entries.map(({ entryId, unit, projectId, budgetYear, packId }) => ({
      region_id: demoRegion,
      entry_id: entryId,
      notice_id: stableId(`notice ${budgetYear}`),
      unit_id: unit.unitId,
      unit_path: unit.path,
      project_id: projectId,
      pack_id: packId,
      due_on: null,
      excused_because: null,
    })),
  )
}

type Carried = ReturnType<typeof rowsOfMoves>

function filingRow(carried: Carried) {
  const { told, rows, version, revision, state, movedAt } = carried
  const { content, checked, lastYear } = told
  return {
    region_id: demoRegion,
    filing_id: told.filingId,
    unit_id: told.unit.unitId,
    unit_path: told.unit.path,
    under_bureau: told.underBureau,
    budget_year: content.budgetYear,
    project_id: told.projectId,
    entry_id: told.entryId,
    title: told.title,
    state,
    version,
    revision,
    waiting_for: waiting(carried),
    waiting_since: movedAt,
    created_at: told.startedAt,
    changed_at: new Date(Math.max(movedAt.getTime(), told.editedAt.getTime())),
    due_on: null,
    ...summarise(content, { checked, answers: rows.answers, lastYear }),
  }
}
