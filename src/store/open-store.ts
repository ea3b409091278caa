import { connectStore, type OpenedStore } from './connect-store.js'
import { findRunning, startEmbedded } from './embedded/start-embedded.js'
import { migrate } from './migrate.js'

/** `databaseUrl`: any PostgreSQL from 15 on; without it the embedded one is started in the data folder. */
export type StoreOptions = Readonly<{ databaseUrl?: string | undefined; dataFolder: string }>

/** The address of a database that answers, with what must be closed afterwards. */
export type OpenedDatabase = Readonly<{ url: string; close(): Promise<void> }>

/**
 * The database as it is, not migrated: for migrating it and for putting back a backup.
 *
 * @throws DomainError DATA_FOLDER_IN_USE and the refusals of the launcher
 */
export async function openDatabase({ databaseUrl, dataFolder }: StoreOptions): Promise<OpenedDatabase> {
  if (databaseUrl !== undefined) return { url: databaseUrl, close: async () => undefined }
  const { url, stop } = await startEmbedded({ dataFolder })
  return { url, close: stop }
}

/**
 * Opens the database, migrated and ready; closing the store also stops an embedded server.
 *
 * @throws DomainError DATA_FOLDER_IN_USE and the refusals of the launcher and of `migrate`
 */
export async function openStore(options: StoreOptions): Promise<OpenedStore> {
  const database = await openDatabase(options)
  try {
    await migrate(database.url)
  } catch (error) {
    await database.close()
    throw error
  }
  const store = connectStore(database.url)
  return {
    ...store,
    close: async () => {
      await store.close()
      await database.close()
    },
  }
}

/**
 * The database of a data folder, whether or not a server is running on it: a running one is joined and left running.
 * One that `databaseUrl` names is taken as it is.
 *
 * @throws DomainError as `openStore`
 */
export async function joinStore(options: StoreOptions): Promise<OpenedStore> {
  const running = options.databaseUrl ?? (await findRunning(options.dataFolder))
  return running === undefined ? openStore(options) : connectStore(running)
}
