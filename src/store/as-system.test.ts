import { describe, expect, it } from 'vitest'
import { isTest, read, sources } from '../testing/repository.js'
import { systemReasons } from './system-reasons.js'

const files = sources().filter((file) => !isTest(file))

/** What each folder may ask past row security for; the compiler demands one of the reasons at every call. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'src/server/door/': ['door'],
  'src/server/sign-in/': ['door'],
  'src/server/administration/accounts/': ['people'],
  'src/server/administration/units/': ['units'],
  'src/server/administration/packs/': ['packs'],
  'src/server/administration/running/': ['counts'],
  'src/server/measures.ts': ['counts'],
  'src/server/uploads/upload-reader.ts': ['jobs'],
  'src/server/filings/offered-forms.ts': ['packs'],
  'src/server/start-server.ts': ['upkeep'],
  'src/store/': ['upkeep'],
  'src/cli/': ['upkeep'],
  'src/demo/': ['upkeep'],
}

/** Reasons that a file names. */
function reasonsIn(file: string): readonly string[] {
  return [...read(file).matchAll(/\basSystem\(\s*'(\w+)'/g)].map(([, reason = '']) => reason)
}

describe('the database is asked past row security', () => {
  it('only where a place of the list does, for the reason of that place: filings and reviewing never do', () => {
    const wrong = files.flatMap((file) => {
      const place = Object.keys(allowed).find((start) => file.startsWith(start)) ?? ''
      return reasonsIn(file)
        .filter((reason) => allowed[place]?.includes(reason) !== true)
        .map((reason) => `${file}: ${reason}`)
    })
    expect(wrong).toEqual([])
  })

  it('for each reason somewhere, and from each place of the list', () => {
    const used = new Set(files.flatMap(reasonsIn))
    expect(Object.keys(systemReasons).filter((reason) => !used.has(reason))).toEqual([])
    const idle = Object.keys(allowed).filter(
      (start) => !files.some((file) => file.startsWith(start) && reasonsIn(file).length > 0),
    )
    expect(idle).toEqual([])
  })
})

describe('questions to the database', () => {
  it('stand in the store: nothing of the server, the command line and the demonstration builds one', () => {
    const wrong = files
      .filter((file) => /^src\/(?:server|cli|contract|web)\//.test(file))
      .filter((file) =>
        /from '(?:kysely|pg)'|\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(/.test(read(file)),
      )
    expect(wrong).toEqual([])
  })
})
