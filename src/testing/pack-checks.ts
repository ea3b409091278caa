import { parse as parseYaml } from 'yaml'
import { filesUnder, read } from './repository.js'

/** How many rules each family of the field's list has. */
const ruleFamilies: Readonly<Record<string, number>> = {
  AMT: 8,
  XREF: 7,
  EXE: 5,
  WGT: 6,
  SCR: 9,
  IND: 12,
  RATE: 3,
  CTL: 6,
  TXT: 6,
  STR: 7,
  EVD: 2,
  DAT: 2,
  COD: 2,
  CAT: 2,
  PUB: 4,
}

/** True for AMT-01 … PUB-04 of the field's list of rules. */
export function isKnownRule(rule: string): boolean {
  const [, family = '', number = ''] = /^([A-Z]+)-(\d\d)$/.exec(rule) ?? []
  return Number(number) >= 1 && Number(number) <= (ruleFamilies[family] ?? 0)
}

/** A check as its pack's YAML writes it. */
export type WrittenCheck = Readonly<{
  id: string
  rule: string
  title?: string
  severity: string
  basis?: readonly Readonly<Record<string, string>>[]
}>

/** Every check of every pack under packs/, read without the loader that this test guards. */
export function packChecks(): (WrittenCheck & { pack: string })[] {
  return filesUnder('packs')
    .filter((file) => /\/checks(?:\/[^/]+)?\.yaml$/.test(file))
    .flatMap((file) => {
      const pack = file.replace(/\/checks(?:\/[^/]+)?\.yaml$/, '')
      const checks: WrittenCheck[] = withParts(parseYaml(read(file)) ?? [])
      return checks.map((check) => ({ ...check, pack }))
    })
}

/** Items that only name a part are what the part holds. */
function withParts<T>(items: readonly (T | Readonly<{ part: string }>)[]): T[] {
  return items.flatMap((item) => {
    if (typeof item !== 'object' || item === null || !('part' in item)) return [item]
    const part: T | T[] = parseYaml(read(`packs/any/parts/${item.part}.yaml`))
    return Array.isArray(part) ? part : [part]
  })
}

/** `packs/any/report/2020: same-quantity (XREF-01)`. */
export function describeCheck({ pack, id, rule }: WrittenCheck & { pack: string }): string {
  return `${pack}: ${id} (${rule})`
}

/** Checks without a case that holds, or without one that is violated, in the cases of their own pack. */
export function checksWithoutCases(): string[] {
  const cases = packCases()
  return packChecks().flatMap((check) => {
    const expected = cases
      .filter((one) => one.pack === check.pack && one.check === check.id)
      .map(({ expect }) => expect)
    const passing = expected.some((expect) => ['holds', 'rounding', 'none'].includes(expect))
    const missing = [passing ? '' : 'passing', expected.includes('violated') ? '' : 'failing'].filter(Boolean)
    return missing.length === 0 ? [] : [`${describeCheck(check)} has no ${missing.join(' and no ')} case`]
  })
}

function packCases(): { pack: string; check: string; expect: string }[] {
  return filesUnder('packs')
    .filter((file) => /\/cases\/[^/]+\.yaml$/.test(file))
    .flatMap((file) => {
      const pack = file.replace(/\/cases\/[^/]+\.yaml$/, '')
      const cases: { check: string; expect: string }[] = withParts(parseYaml(read(file)) ?? [])
      return cases.map(({ check, expect }) => ({ pack, check, expect }))
    })
}
