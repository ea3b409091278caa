import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { loadShipped } from '../packs/load-shipped.js'
import { openStore } from '../store/open-store.js'
import { packShelf } from './administration/packs/pack-shelf.js'
import { keepFiles } from './workplace/keep-files.js'
import { createStreams } from './workplace/streams.js'
import type { Workplace } from './workplace/workplace.js'

/** `databaseUrl` undefined: the embedded database in the data folder. */
export type WorkplaceOptions = Readonly<{
  dataFolder: string
  databaseUrl: string | undefined
  demo: boolean
}>

/**
 * Opens everything that routes work with. Closing the store closes it all.
 *
 * @throws DomainError of `openStore`
 */
export async function openWorkplace({ dataFolder, databaseUrl, demo }: WorkplaceOptions): Promise<Workplace> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const [{ packs, laws }, store] = await Promise.all([loadShipped(), openStore({ dataFolder, databaseUrl })])
  return {
    store,
    files: keepFiles(join(dataFolder, 'files')),
    streams: createStreams(),
    packs: packShelf(store, packs),
    laws,
    now: () => new Date(),
    demo,
    dataFolder,
  }
}
