import type { Role } from '../core/workflow/role.js'
import { stableId } from './stable-id.js'
import { bureau, type DemoUnit } from './units.js'

/** An account of the demonstration with its one office. `does`: what a visitor can try as this person. */
export type Person = Readonly<{
  accountId: string
  officeId: string
  login: string
  name: string
  role: Role
  unitId: string
  path: string
  does: string | undefined
}>

export type People = Readonly<{
  all: readonly Person[]
  of: (role: Role, unit?: DemoUnit) => Person
}>

const families = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
const given = [
  '小禾',
  '云平',
  '知远',
  '一宁',
  '安然',
  '思源',
  '青山',
  '若溪',
  '明川',
  '子衿',
  '予安',
  '向阳',
  '清和',
]

/** Invented: the n-th pair of a family name and a given name, no pair twice below 260. */
function nameOf(number: number): string {
  return `${families[number % families.length]}${given[(number * 7 + Math.floor(number / 20)) % given.length]}`
}

type Post = Readonly<{ role: Role; login: string; unitId: string; path: string }>

/** Everybody: a preparer and a head in every unit, a reviewer in every department, the bureau, the administrators. */
export function listPeople(units: readonly DemoUnit[], does: ReadonlyMap<string, string>): People {
  const all = listPosts(units).map((post, index): Person => {
    const ids = { accountId: stableId(`account ${post.login}`), officeId: stableId(`office ${post.login}`) }
    return { ...ids, ...post, name: nameOf(index), does: does.get(post.login) }
  })
  const byPost = new Map(all.map((person) => [`${person.role} ${person.unitId}`, person]))
  return {
    all,
    of: (role, unit) => {
      const found = byPost.get(`${role} ${unit?.unitId ?? bureau.unitId}`)
      if (found === undefined) throw new RangeError(`nobody is ${role}`)
      return found
    },
  }
}

function listPosts(units: readonly DemoUnit[]): readonly Post[] {
  const inBureau = (role: Role, login: string): Post => ({
    role,
    login,
    unitId: bureau.unitId,
    path: bureau.path,
  })
  const inUnits = units.flatMap(({ number, kind, unitId, path, departmentNumber }): readonly Post[] => [
    { role: 'preparer', login: `preparer${number}`, unitId, path },
    { role: 'headOfUnit', login: `head${number}`, unitId, path },
    ...(kind === 'department'
      ? [{ role: 'departmentReviewer' as const, login: `reviewer${departmentNumber}`, unitId, path }]
      : []),
  ])
  return [
    ...inUnits,
    inBureau('financeReviewer', 'finance'),
    inBureau('performanceSection', 'performance'),
    inBureau('publisher', 'publisher'),
    inBureau('systemAdministrator', 'system'),
    inBureau('securityAdministrator', 'security'),
    inBureau('trailReader', 'trail'),
  ]
}
