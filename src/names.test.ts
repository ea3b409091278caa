import { describe, expect, it } from 'vitest'
import { glossary } from './core/glossary.js'
import { filesUnder, identifiersOf, isTest, read, sources } from './testing/repository.js'

/** False friends: 绩效目标 is performanceGoal, 指标 indicator, 自评 selfEvaluation, 审核 review, 核对 check. */
const forbiddenWords = ['objective', 'kpi', 'assessment', 'audit', 'validate']

/** Names that libraries give to what we call of theirs; a name of our own is never one of them. */
const namesOfLibraries = new Set([
  // TanStack Query: throws away what was fetched, so that it is fetched anew.
  'invalidateQueries',
  // otpauth: compares a code of the second factor with the secret.
  'validate',
])

/** Pinyin of words that have an English name in the glossary. */
const pinyin = [
  'jixiao',
  'zhibiao',
  'yusuan',
  'juesuan',
  'danwei',
  'defen',
  'zongfen',
  'fenzhi',
  'xiangmu',
  'zhichu',
]

/** Names of parameter bundles that tell nothing of what the bundle holds. */
const namelessBundles = /\b(?:type|interface|as) (?:Desk|Given|Reading|Asked)\b/

describe('names', () => {
  it('gives each identifier to one Chinese term', () => {
    const names = Object.values(glossary)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('holds no identifier that neither the program nor a pack uses', () => {
    const used = wordRuns([...sources().filter((file) => !isTest(file)), ...filesUnder('packs')])
    expect(Object.values(glossary).filter((name) => !used.has(inWords(name)))).toEqual([])
  })

  it('names every bundle of parameters by what it holds', () => {
    const nameless = sources().filter((file) => namelessBundles.test(read(file)))
    expect(nameless).toEqual([])
  })

  it('writes identifiers in English, in camelCase', () => {
    expect(Object.values(glossary).filter((name) => !/^[a-z]+([A-Z][a-z]+)*$/.test(name))).toEqual([])
  })

  it('uses no false friend and no pinyin as an identifier', () => {
    const isForbidden = (text: string) =>
      [...forbiddenWords, ...pinyin].some((word) => text.toLowerCase().includes(word))
    const wrong = sources()
      .filter((file) => isForbidden(read(file)))
      .flatMap((file) =>
        identifiersOf(file, namesOfLibraries)
          .filter(isForbidden)
          .map((name) => `${file}: ${name}`),
      )
    expect(wrong).toEqual([])
  })
})

/** `actualValue`, `actual_value` and `actual-value` are the same two words. */
function inWords(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase()
}

const longestName = 6

/** Every run of words within the names that files hold, without the plural's s. */
function wordRuns(files: readonly string[]): ReadonlySet<string> {
  const names = new Set(
    files
      .filter((file) => !file.endsWith('glossary.ts'))
      .flatMap((file) => read(file).match(/[A-Za-z][\w-]*/g) ?? []),
  )
  const runs = new Set<string>()
  for (const name of names) {
    const words = inWords(name).split(' ')
    for (let from = 0; from < words.length; from += 1)
      for (let to = from + 1; to <= Math.min(words.length, from + longestName); to += 1) {
        const run = words.slice(from, to).join(' ')
        runs.add(run).add(run.replace(/s$/, ''))
      }
  }
  return runs
}
