import { describe, expect, it } from 'vitest'
import { isTest, read, sources, specifiersOf } from '../testing/repository.js'
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

/** The reason of each question in a file; one that is not written out at the call is told as it stands. */
function reasonsIn(file: string): readonly string[] {
  return [...read(file).matchAll(/\.asSystem\b(?:\(\s*'(\w+)')?(.*)/g)].map(
    ([, reason, rest = '']) => reason ?? rest,
  )
}

describe('the database is asked past row security', () => {
  it('only where a place of the list does, for a reason of that place, written out at the call', () => {
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

const buildsQuestions =
  /\.(?:selectFrom|selectNoFrom|insertInto|replaceInto|mergeInto|updateTable|deleteFrom|executeQuery)\(/

describe('questions to the database', () => {
  it('stand in the store: server, command line, contract and pages build none and know no driver', () => {
    const wrong = files
      .filter((file) => /^src\/(?:server|cli|contract|web)\//.test(file))
      .filter(
        (file) =>
          specifiersOf(file).some((name) => /^(?:kysely|pg)(?:\/|$)/.test(name)) ||
          buildsQuestions.test(read(file)),
      )
    expect(wrong).toEqual([])
  })
})
