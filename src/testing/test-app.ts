import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { loadShipped } from '../packs/load-shipped.js'
import { type AppOptions, buildApp } from '../server/app.js'
import { createSecret, hashOfSecret } from '../server/door/secrets.js'
import { keepFiles } from '../server/workplace/keep-files.js'
import { createStreams } from '../server/workplace/streams.js'
import type { Workplace } from '../server/workplace/workplace.js'
import type { Store } from '../store/store.js'
import { buildRegion, type TestActor, type TestRegion } from './region.js'
import { createTestStore } from './test-database.js'

/** An app on a database of its own with the people of 云溪县. */
export type TestApp = Readonly<{
  app: FastifyInstance
  workplace: Workplace
  region: TestRegion
  /** Headers of a page on which this person is signed in. */
  signInAs: (actor: TestActor) => Promise<Record<string, string>>
  close: () => Promise<void>
}>

/** Builds it; `workplace` replaces single parts, such as the clock or `demo`. */
export async function createTestApp(
  given: AppOptions & Readonly<{ workplace?: Partial<Workplace> }> = {},
): Promise<TestApp> {
  const store = await createTestStore()
  const dataFolder = await mkdtemp(join(tmpdir(), 'hengxiao-app-'))
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
    ...given.workplace,
  }
  const region = await buildRegion(store)
  const app = await buildApp(workplace, given)
  return {
    app,
    workplace,
    region,
    signInAs: (actor) => openTestSession(store, actor, workplace.now()),
    close: async () => {
      await app.close()
      await store.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** A session of somebody, without the pains of a password; the headers that its page would send. */
export async function openTestSession(
  store: Store,
  actor: TestActor,
  now: Date,
): Promise<Record<string, string>> {
  const token = createSecret()
  const csrfToken = createSecret()
  await store.asSystem('upkeep', (trx) =>
    trx
      .insertInto('session')
      .values({
        region_id: actor.regionId,
        token_hash: hashOfSecret(token),
        account_id: actor.accountId,
        office_id: actor.officeId,
        csrf_token: csrfToken,
        created_at: now,
        seen_at: now,
        expires_at: new Date(now.getTime() + 43_200_000),
      })
      .execute(),
  )
  return { cookie: `hengxiao_session=${token}`, 'x-csrf-token': csrfToken }
}
