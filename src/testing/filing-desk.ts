import { randomUUID } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { changesBetween } from '../core/editing/changes-between.js'
import type { CellKey, ContentChange, FilingContent } from '../core/editing/content.js'
import { contentOfFiling } from '../core/editing/content-of-filing.js'
import { loadPacks } from '../packs/load-packs.js'
import type { TestActor, TestRegion } from './region.js'
import { filingOf, projectForm } from './sample-forms.js'
import { createTestApp, type TestApp } from './test-app.js'

/** What a route answered. The body is JSON of any shape: tests say what they expect of it. */
// biome-ignore lint/suspicious/noExplicitAny: answers of forty routes
export type Answer = Readonly<{ status: number; body: any; headers: Readonly<Record<string, unknown>> }>

/** What a test sends with its request. */
export type SentRequest = Readonly<{
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  headers?: Record<string, string>
}>

/** 云溪县 with a notice for 2024, an entry for a project of every unit, and people who can be asked to do things. */
export type FilingDesk = TestApp &
  Readonly<{
    noticeId: string
    ask: (actor: TestActor, path: string, sent?: SentRequest) => Promise<Answer>
    /** Puts a unit with one project on the roster. @returns the entry */
    enter: (unit: keyof TestRegion['units'], project?: string) => Promise<string>
    /** A filing begun by the preparer and filled in without an error. */
    begin: (actor?: TestActor) => Promise<string>
    save: (actor: TestActor, filingId: string, saving: Saving) => Promise<Answer>
    move: (actor: TestActor, filingId: string, body: Readonly<Record<string, unknown>>) => Promise<Answer>
    close: () => Promise<void>
  }>

export type Saving = Readonly<{ changes: readonly ContentChange[]; revision?: string; changeId?: string }>

export const deskYear = 2024
export const deskPack = 'any/project-self-evaluation/2020'

/** A filled form of 农村饮水 in which everything agrees. */
export function soundContent(unit = '云溪县社会福利院'): FilingContent {
  const packs = loadPacks()
  const { content } = contentOfFiling(filingOf(projectForm.replace('云溪县供水站', unit)), packs)
  return { ...content, unit, budgetYear: deskYear }
}

/** Change of one cell. */
export function cellChange(cell: CellKey, from: string, to: string): ContentChange {
  return { kind: 'cell', cell, from, to }
}

export async function createFilingDesk(given: Parameters<typeof createTestApp>[0] = {}): Promise<FilingDesk> {
  const test = await createTestApp(given)
  const { regionId, actors } = test.region
  const sessions = new Map<string, Record<string, string>>()
  const ask: FilingDesk['ask'] = async (actor, path, { method = 'GET', body, headers } = {}) => {
    const session = sessions.get(actor.officeId) ?? (await test.signInAs(actor))
    sessions.set(actor.officeId, session)
    const request: InjectOptions = { method, url: path, headers: { ...session, ...headers } }
    const answer = await test.app.inject(
      body === undefined ? request : { ...request, payload: body as object },
    )
    const isJson = String(answer.headers['content-type']).includes('json')
    return {
      status: answer.statusCode,
      body: isJson && answer.payload !== '' ? answer.json() : answer.rawPayload,
      headers: answer.headers,
    }
  }
  const noticeId = await createNotice(test)
  const save: FilingDesk['save'] = async (
    actor,
    filingId,
    { changes, changeId = randomUUID(), revision },
  ) => {
    const seen = revision ?? (await ask(actor, `/api/filings/${filingId}`)).body.revision
    const headers = { 'if-match': `"${seen}"` }
    return ask(actor, `/api/filings/${filingId}/content`, {
      method: 'PATCH',
      body: { changeId, changes },
      headers,
    })
  }
  const enter: FilingDesk['enter'] = (unit, project = '农村饮水') =>
    createEntry(test, { noticeId, unit, project })
  const begin = async (actor = actors.preparer) => {
    const unit = Object.entries(test.region.units).find(([, { unitId }]) => unitId === actor.unitId)
    const entryId = await enter(unit?.[0] as keyof TestRegion['units'], `项目${randomUUID().slice(0, 8)}`)
    const started = await ask(actor, '/api/filings', { method: 'POST', body: { entryId, from: 'blank' } })
    const { filingId } = started.body
    const { content } = (await ask(actor, `/api/filings/${filingId}`)).body
    const changes = changesBetween(content, soundContent(unit?.[1].name))
    const saved = await save(actor, filingId, { changes })
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.body))
    return filingId
  }
  const move: FilingDesk['move'] = async (actor, filingId, body) => {
    const { revision } = (await ask(actor, `/api/filings/${filingId}`)).body
    return ask(actor, `/api/filings/${filingId}/moves`, { method: 'POST', body: { revision, ...body } })
  }
  return { ...test, region: { ...test.region, regionId }, noticeId, ask, enter, begin, save, move }
}

async function createNotice({ region: { regionId }, workplace }: TestApp): Promise<string> {
  const row = {
    region_id: regionId,
    budget_year: deskYear,
    title: '关于开展绩效自评的通知',
    due_on: '2025-05-15',
  }
  const { notice_id } = await workplace.store.asSystem('upkeep', (trx) =>
    trx.insertInto('notice').values(row).returning('notice_id').executeTakeFirstOrThrow(),
  )
  return notice_id
}

type Entry = Readonly<{ noticeId: string; unit: keyof TestRegion['units']; project: string }>

async function createEntry(
  { region, workplace }: TestApp,
  { noticeId, unit, project }: Entry,
): Promise<string> {
  const { unitId, path } = region.units[unit]
  const place = { region_id: region.regionId, unit_id: unitId }
  return workplace.store.asSystem('upkeep', async (trx) => {
    const { project_id } = await trx
      .insertInto('project')
      .values({ ...place, name: project })
      .returning('project_id')
      .executeTakeFirstOrThrow()
    const { entry_id } = await trx
      .insertInto('roster_entry')
      .values({ ...place, unit_path: path, notice_id: noticeId, project_id, pack_id: deskPack })
      .returning('entry_id')
      .executeTakeFirstOrThrow()
    return entry_id
  })
}
