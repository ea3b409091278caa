import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadShipped } from '../dist/packs/load-shipped.js'
import { createUploadReader, queueTopic } from '../src/server/uploads/upload-reader.js'
import { keepFiles } from '../src/server/workplace/keep-files.js'
import { createStreams } from '../src/server/workplace/streams.js'
import type { Workplace } from '../src/server/workplace/workplace.js'
import { recordStoredFile } from '../src/store/evidence-store.js'
import { openStore } from '../src/store/open-store.js'
import { recordUploads } from '../src/store/upload-store.js'
import { buildRegion } from '../src/testing/region.js'

/** 1,000 uploads queued, one in fifty of them broken: all are done, and how long it took. */
const count = 1_000
const sample = readFileSync(new URL('../examples/sample-report.docx', import.meta.url))
const dataFolder = await mkdtemp(join(tmpdir(), 'uploads-bench-'))
const store = await openStore({ dataFolder, databaseUrl: process.env.DATABASE_URL })
try {
  const region = await buildRegion(store, `bench-${Date.now()}`)
  const { packs, laws } = await loadShipped()
  const workplace: Workplace = {
    store,
    files: keepFiles(join(dataFolder, 'files')),
    streams: createStreams(),
    packs: async () => packs,
    laws,
    now: () => new Date(),
    demo: false,
    dataFolder,
  }
  const { accountId, regionId, unitId, path } = region.actors.preparer
  const files = await Promise.all(
    [sample, sample.subarray(0, 900)].map((bytes) => workplace.files.keep(bytes)),
  )
  const at = new Date()
  await store.asSystem('upkeep', async (trx) => {
    for (const sha256 of files)
      await recordStoredFile(trx, { region_id: regionId, sha256, bytes: '1', kind: 'upload', stored_at: at })
    const row = {
      region_id: regionId,
      account_id: accountId,
      unit_id: unitId,
      unit_path: path,
      filing_id: null,
    }
    await recordUploads(
      trx,
      Array.from({ length: count }, (_, index) => ({
        ...row,
        ...{ purpose: 'filing' as const, name: `${index}.docx`, uploaded_at: at },
        sha256: files[index % 50 === 7 ? 1 : 0] ?? '',
      })),
    )
  })
  const reader = createUploadReader(workplace)
  const begun = performance.now()
  workplace.streams.tell({ topic: queueTopic, event: 'queued', data: {}, unitPath: path })
  await reader.idle()
  const seconds = (performance.now() - begun) / 1000
  await reader.close()
  const rows = await store.asSystem('upkeep', (trx) =>
    trx
      .selectFrom('upload')
      .select((ask) => ['state', ask.fn.countAll<string>().as('count')])
      .where('region_id', '=', regionId)
      .groupBy('state')
      .execute(),
  )
  const told = rows.map((row) => `${row.state} ${row.count}`).join(', ')
  const memory = Math.round(process.memoryUsage().rss / 1_048_576)
  console.log(
    `${count} uploads: ${told}; ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(1)} uploads/s, ${memory} MB resident`,
  )
  if (rows.some(({ state }) => state === 'queued' || state === 'reading')) process.exitCode = 1
} finally {
  await store.close()
  await rm(dataFolder, { recursive: true, force: true })
}
