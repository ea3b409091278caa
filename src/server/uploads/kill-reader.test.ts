import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadShipped } from '../../packs/load-shipped.js'
import type { OpenedStore } from '../../store/connect-store.js'
import { recordStoredFile } from '../../store/evidence-store.js'
import { recordUploads } from '../../store/upload-store.js'
import { eventually, startProcess } from '../../testing/node-process.js'
import { buildRegion, type TestRegion } from '../../testing/region.js'
import { root } from '../../testing/repository.js'
import { createTestStore } from '../../testing/test-database.js'
import { keepFiles } from '../workplace/keep-files.js'
import { createStreams } from '../workplace/streams.js'
import type { Workplace } from '../workplace/workplace.js'
import { createUploadReader, queueTopic } from './upload-reader.js'

const sample = readFileSync(join(root, 'examples/sample-report.docx'))
let store: OpenedStore
let region: TestRegion
let workplace: Workplace
const now = new Date('2025-04-10T02:00:00Z')

beforeAll(async () => {
  store = await createTestStore()
  region = await buildRegion(store)
  const dataFolder = await mkdtemp(join(tmpdir(), 'uploads-kill-'))
  const { packs, laws } = await loadShipped()
  const [files, streams] = [keepFiles(join(dataFolder, 'files')), createStreams()]
  const knowledge = { packs: async () => packs, laws, now: () => now, demo: false }
  workplace = { store, files, streams, ...knowledge, dataFolder }
})
afterAll(async () => {
  await store.close()
  await rm(workplace.dataFolder, { recursive: true, force: true })
})

async function queue(count: number): Promise<void> {
  const sha256 = await workplace.files.keep(sample)
  const { accountId, regionId, unitId, path } = region.actors.preparer
  const row = { region_id: regionId, account_id: accountId, unit_id: unitId, unit_path: path }
  await store.asSystem('upkeep', async (trx) => {
    const file = { sha256, bytes: String(sample.length), kind: 'docx', stored_at: now }
    await recordStoredFile(trx, { region_id: regionId, ...file })
    await recordUploads(
      trx,
      Array.from({ length: count }, (_, index) => ({
        ...row,
        ...{ filing_id: null, purpose: 'filing' as const, name: `${index}.docx`, sha256, uploaded_at: now },
      })),
    )
  })
}

const states = () =>
  store.asSystem('upkeep', async (trx) => {
    const rows = await trx.selectFrom('upload').select(['state', 'name']).execute()
    return rows.map(({ state }) => state)
  })

describe('several readers of one process', () => {
  it('begin a file once, though all of them were woken for it: none counts as broken off', async () => {
    const begun: string[] = []
    const { path, regionId } = { ...region.actors.preparer }
    const forget = workplace.streams.listen(`uploads/${regionId}`, ({ data }) => {
      if (data.state === 'reading') begun.push(String(data.uploadId))
    })
    const reader = createUploadReader(workplace, { threads: 8 })
    reader.start()
    for (let round = 0; round < 12; round++) {
      await queue(1)
      workplace.streams.tell({ topic: queueTopic, event: 'upload', data: {}, unitPath: path })
      await reader.idle()
    }
    expect(new Set(await states())).toEqual(new Set(['read']))
    expect(begun).toHaveLength(12)
    forget()
    await reader.close()
  })
})

describe('a reader killed in the middle', () => {
  it('leaves nothing behind: what it was reading is read after the restart, and nothing twice', async () => {
    await queue(12)
    for (let life = 0; life < 2; life++) {
      const reader = startProcess('reading-process.ts', [store.url, workplace.dataFolder, region.regionId])
      expect(await reader.line()).toMatch(/^reading /)
      await reader.kill('SIGKILL')
    }
    expect(await states()).toContain('reading')
    const second = createUploadReader(workplace, { threads: 2 })
    const told: string[] = []
    workplace.streams.listen(`uploads/${region.regionId}`, ({ data }) => {
      if (data.state === 'read') told.push(String(data.uploadId))
    })
    second.start()
    await eventually(async () => {
      if ((await states()).some((state) => state !== 'read')) throw new Error('not yet')
      return true
    })
    await second.close()
    expect(new Set(told).size).toBe(told.length)
  })

  it('gives up a file that ended the process again and again', async () => {
    await queue(1)
    await store.asSystem('upkeep', (trx) =>
      trx
        .updateTable('upload')
        .set({ state: 'reading', result: JSON.stringify({ attempts: 3 }) })
        .where('state', '=', 'queued')
        .execute(),
    )
    const reader = createUploadReader(workplace, { threads: 1 })
    reader.start()
    await reader.idle()
    await reader.close()
    const { refusal } = await store.asSystem('upkeep', (trx) =>
      trx.selectFrom('upload').select('refusal').where('state', '=', 'refused').executeTakeFirstOrThrow(),
    )
    expect(refusal?.code).toBe('FILE_TOO_COMPLEX')
  })
})
