import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { DomainError } from '../core/errors/errors.js'
import type { OpenedStore } from '../store/connect-store.js'
import { joinStore } from '../store/open-store.js'
import type { OptionShape } from './arguments.js'

/** Where the data are: the folder of `--data`, and the database that `DATABASE_URL` names, else the one in the folder. */
export type DataPlace = Readonly<{
  dataFolder: string
  databaseUrl: string | undefined
  /** Stored files by hash. */
  filesFolder: string
}>

/** The option of every command that works on data. */
export const dataOption = { data: { type: 'text' } } as const satisfies Readonly<Record<string, OptionShape>>

/** `data` in the current folder when nothing is given, as `hengxiao serve` has it. */
export function dataPlaceOf(values: ReadonlyMap<string, string>): DataPlace {
  const dataFolder = resolve(values.get('data') ?? 'data')
  return {
    dataFolder,
    databaseUrl: process.env.DATABASE_URL || undefined,
    filesFolder: join(dataFolder, 'files'),
  }
}

/**
 * Works on data that are there, beside a running server or without one; makes no new database for a mistyped folder.
 *
 * @throws DomainError DATA_FOLDER_WITHOUT_DATABASE and those of `joinStore`
 */
export async function withStore<Result>(
  place: DataPlace,
  work: (store: OpenedStore) => Promise<Result>,
): Promise<Result> {
  const store = await joinStore(await requireDatabase(place))
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** @throws DomainError DATA_FOLDER_WITHOUT_DATABASE */
export async function requireDatabase(place: DataPlace): Promise<DataPlace> {
  if (place.databaseUrl !== undefined) return place
  const isThere = await stat(join(place.dataFolder, 'database')).then(
    () => true,
    () => false,
  )
  if (!isThere) throw new DomainError('DATA_FOLDER_WITHOUT_DATABASE', { folder: place.dataFolder })
  return place
}
