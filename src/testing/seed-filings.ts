import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Filing } from '../core/filing/filing.js'
import { recognise } from '../core/recognise/recognise.js'
import { readDocument } from '../documents/read-document.js'
import { loadPacks } from '../packs/load-packs.js'

const folders = ['seeds/', 'seed-files/'].map((name) => new URL(`../../../shared/${name}`, import.meta.url))

/** A filing read from a sample report that lies beside the repository. */
export type SeedFiling = Readonly<{ name: string; filing: Filing }>

/** The sample reports as .txt and .docx; none where they are absent. */
export function seedFiles(): readonly URL[] {
  return folders.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => /^\d{3}\.(?:txt|docx)$/.test(name))
          .sort()
          .map((name) => new URL(name, folder))
      : [],
  )
}

/** Reads the sample reports. */
export async function readSeedFilings(): Promise<readonly SeedFiling[]> {
  return Promise.all(
    seedFiles().map(async (file) => {
      const { document } = await readDocument(readFileSync(file))
      return { name: file.pathname.split('/').at(-1) ?? '', filing: recognise(document, loadPacks()) }
    }),
  )
}
