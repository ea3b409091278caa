import { connectStore, type OpenedStore } from './connect-store.js'
import { findRunning, startEmbedded } from './embedded/start-embedded.js'
import { migrate } from './migrate.js'

/** `databaseUrl`: any PostgreSQL from 15 on; without it the embedded one is started in the data folder. */
export type StoreOptions = Readonly<{ databaseUrl?: string | undefined; dataFolder: string }>

/**
 * Opens the database, migrated and ready; closing the store also stops an embedded server.
 *
 * @throws DomainError DATA_FOLDER_IN_USE and the refusals of the launcher and of `migrate`
 */
export async function openStore({ databaseUrl, dataFolder }: StoreOptions): Promise<OpenedStore> {
  const embedded = databaseUrl === undefined ? await startEmbedded({ dataFolder }) : undefined
  const url = databaseUrl ?? embedded?.url ?? ''
  try {
    await migrate(url)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
  const store = connectStore(url)
  return {
    ...store,
    close: async () => {
      await store.close()
      await embedded?.stop()
    },
  }
}

/**
 * The database of a data folder, whether or not a server is running on it: a running one is joined and left running.
 *
 * @throws DomainError as `openStore`
 */
export async function joinStore(options: StoreOptions): Promise<OpenedStore> {
  const running = options.databaseUrl === undefined ? await findRunning(options.dataFolder) : undefined
  return running === undefined ? openStore(options) : connectStore(running)
}
