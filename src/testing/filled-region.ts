import { createHash } from 'node:crypto'
import { recordEvent } from '../store/event-store.js'
import type { Store, Trx } from '../store/store.js'
import type { TestRegion, TestUnit } from './region.js'

/** The units that file. */
export const filingUnits = ['welfareHome', 'cemetery', 'school', 'archive'] as const

/** Puts one row per filing unit, or one per region, into every table; the trail gets one event each and one of the system. */
export async function fillEveryTable(store: Store, region: TestRegion): Promise<void> {
  await store.asSystem('upkeep', async (trx) => {
    const noticeId = await fillRegion(trx, region)
    for (const key of filingUnits) {
      const unit = region.units[key]
      const [filingId, projectId] = await fillFiling(trx, region, unit, noticeId)
      await fillOnFiling(trx, region, filingId)
      await fillBeside(trx, region, unit, { filingId, projectId })
    }
    await recordEvent(trx, { ...systemEvent(region), action: 'start' })
  })
  for (const key of ['preparer', 'cemeteryPreparer', 'schoolPreparer', 'archivePreparer'] as const) {
    const { accountId, accountName, role, unitId, path } = region.actors[key]
    const event = {
      ...systemEvent(region),
      accountId,
      accountName,
      role,
      unitId,
      unitPath: path,
      action: 'edit',
    }
    await store.asActor(region.actors[key], (trx) => recordEvent(trx, event))
  }
}

function systemEvent({ regionId }: TestRegion) {
  const happenedAt = new Date('2026-03-05T08:00:00Z')
  return { regionId, happenedAt, accountId: null, accountName: '系统', role: null }
}

async function fillRegion(trx: Trx, { regionId, actors }: TestRegion): Promise<string> {
  const region = { region_id: regionId }
  const { accountId, officeId } = actors.preparer
  const token = (name: string) => createHash('sha256').update(`${name} ${regionId}`).digest()
  const expires = { expires_at: '2030-01-01T00:00:00Z' }
  await trx
    .insertInto('session')
    .values({ ...region, token_hash: token('s'), account_id: accountId, csrf_token: 'c', ...expires })
    .execute()
  await trx
    .insertInto('api_token')
    .values({
      ...region,
      token_hash: token('t'),
      account_id: accountId,
      office_id: officeId,
      name: '接口',
      scopes: ['filings:read'],
      ...expires,
    })
    .execute()
  await trx
    .insertInto('one_time_link')
    .values({
      ...region,
      token_hash: token('o'),
      purpose: 'passwordReset',
      account_id: accountId,
      ...expires,
    })
    .execute()
  const pack = { ...region, pack_id: 'yunxi/department-self-evaluation/2025' }
  await trx
    .insertInto('uploaded_pack')
    .values({ ...pack, upload_sha256: sha('pack'), compiled: '{}' })
    .execute()
  await trx
    .insertInto('active_pack')
    .values({ ...pack, budget_year: 2025 })
    .execute()
  const notice = { ...region, budget_year: 2025, title: '关于开展绩效自评的通知', due_on: '2026-03-31' }
  const { notice_id } = await trx
    .insertInto('notice')
    .values(notice)
    .returning('notice_id')
    .executeTakeFirstOrThrow()
  return notice_id
}

async function fillFiling(trx: Trx, { regionId }: TestRegion, unit: TestUnit, noticeId: string) {
  const region = { region_id: regionId }
  const { project_id } = await trx
    .insertInto('project')
    .values({ ...region, unit_id: unit.unitId, name: '设施维修' })
    .returning('project_id')
    .executeTakeFirstOrThrow()
  const place = { ...region, unit_id: unit.unitId, unit_path: unit.path }
  const { entry_id } = await trx
    .insertInto('roster_entry')
    .values({ ...place, notice_id: noticeId, pack_id: 'any/department-self-evaluation/1' })
    .returning('entry_id')
    .executeTakeFirstOrThrow()
  const { filing_id } = await trx
    .insertInto('filing')
    .values({
      ...place,
      entry_id,
      under_bureau: unit.path.split('/').length === 4,
      budget_year: 2025,
      title: `${unit.name}整体支出绩效自评`,
      state: 'draft',
      total_funds: '1234567890123.456789',
    })
    .returning('filing_id')
    .executeTakeFirstOrThrow()
  return [filing_id, project_id] as const
}

async function fillOnFiling(trx: Trx, { regionId, actors }: TestRegion, filingId: string): Promise<void> {
  const filing = { region_id: regionId, filing_id: filingId }
  const by = {
    account_id: actors.financeReviewer.accountId,
    account_name: actors.financeReviewer.accountName,
  }
  const content = JSON.stringify({ unit: '云溪县单位', budgetYear: 2025, forms: [], report: [] })
  const version = { ...filing, version: 1 }
  await trx
    .insertInto('filing_version')
    .values({ ...version, opened_by: 'start', content })
    .execute()
  await trx
    .insertInto('flag')
    .values({ ...version, cell: 'f1/total', reason: '与决算不一致' })
    .execute()
  const check = {
    rule: 'AMT-01',
    check_name: 'budget-total',
    inputs: 'h',
    cells: ['f1/total'],
    message: '不符',
  }
  await trx
    .insertInto('finding_answer')
    .values({ ...filing, ...by, ...check, kind: 'justified', reason: '上年结转\t一笔\n见附件\\1' })
    .execute()
  await trx
    .insertInto('comment')
    .values({ ...version, ...by, anchor: 'page', words: '请核对', role: 'financeReviewer' })
    .execute()
  await trx
    .insertInto('proposed_score')
    .values({ ...version, ...by, cell: 'f1/total', points: '9.50', reason: '偏高' })
    .execute()
}

type Beside = Readonly<{ filingId: string; projectId: string }>

async function fillBeside(trx: Trx, { regionId, actors }: TestRegion, unit: TestUnit, beside: Beside) {
  const region = { region_id: regionId }
  const { accountId, accountName } = actors.financeReviewer
  const sha256 = sha(unit.code)
  await trx
    .insertInto('stored_file')
    .values({ ...region, sha256, bytes: String(unit.code.length), kind: 'txt' })
    .execute()
  await trx
    .insertInto('evidence')
    .values({
      ...region,
      filing_id: beside.filingId,
      name: '验收单.txt',
      sha256,
      account_id: accountId,
      account_name: accountName,
    })
    .execute()
  const place = { ...region, unit_id: unit.unitId }
  const upload = { account_id: accountId, purpose: 'ledger', name: '执行表.xlsx', sha256 } as const
  await trx
    .insertInto('upload')
    .values({ ...place, ...upload, unit_path: unit.path })
    .execute()
  const amount = {
    quantity: 'executedAmount',
    stage: 'executed',
    amount: '70.890000',
    unit_of_amount: '万元',
  }
  await trx
    .insertInto('ledger_amount')
    .values({ ...place, ...amount, budget_year: 2025 })
    .execute()
  const lineage = { ...region, kind: 'renamed', happened_on: '2024-07-01' } as const
  await trx
    .insertInto('unit_lineage')
    .values({ ...lineage, from_unit: unit.unitId, to_unit: unit.unitId, former_name: '旧名' })
    .execute()
  await trx
    .insertInto('project_lineage')
    .values({ ...lineage, from_project: beside.projectId, to_project: beside.projectId })
    .execute()
}

/** The hash of a unit's file: its text is the unit's code. */
export function sha(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
