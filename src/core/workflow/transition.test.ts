import { describe, expect, it } from 'vitest'
import { actionsFor, type FilingStanding, findTransition, maySee } from './may.js'
import { administratorRoles, businessRoles, type Office, type Role, roles } from './role.js'
import {
  type FilingAction,
  type FilingState,
  filingActions,
  filingStates,
  stateNameOf,
  stateNames,
  transitions,
  waitingFor,
} from './transition.js'

const unitPath = '/bureau/department/unit/'

/** Every standing that a filing can have. */
const standings: readonly FilingStanding[] = filingStates.flatMap((state) =>
  [false, true].flatMap((underBureau) =>
    [false, true].map((afterReturn) => ({ state, unitPath, underBureau, afterReturn })),
  ),
)

const everything = roles.flatMap((role) =>
  standings.flatMap((standing) => filingActions.map((action) => ({ role, standing, action }))),
)

/** Who may do what in which state, written down by hand; `d` through a department, `b` directly under the bureau. */
const allowed: readonly string[] = [
  'preparer edit draft db',
  'preparer edit returned db',
  'preparer submit draft db',
  'preparer submit returned db',
  'preparer withdraw submitted db',
  'headOfUnit edit draft db',
  'headOfUnit edit returned db',
  'headOfUnit submit draft db',
  'headOfUnit submit returned db',
  'headOfUnit withdraw submitted db',
  'headOfUnit correct published db',
  'departmentReviewer acceptByDepartment submitted d',
  'departmentReviewer sendBack submitted d',
  'departmentReviewer withdrawAcceptance acceptedByDepartment d',
  'financeReviewer acceptByBureau submitted b',
  'financeReviewer sendBack submitted b',
  'financeReviewer acceptByBureau acceptedByDepartment db',
  'financeReviewer sendBack acceptedByDepartment db',
  'financeReviewer withdrawAcceptance acceptedByBureau db',
  'performanceSection acceptByBureau submitted b',
  'performanceSection sendBack submitted b',
  'performanceSection acceptByBureau acceptedByDepartment db',
  'performanceSection sendBack acceptedByDepartment db',
  'performanceSection withdrawAcceptance acceptedByBureau db',
  'performanceSection sendBack acceptedByBureau db',
  'performanceSection correct published db',
  'publisher publish acceptedByBureau db',
]

const expected = new Set(
  allowed.flatMap((line) => {
    const [role, action, state, ways = ''] = line.split(' ')
    return [...ways].map((way) => `${role} ${action} ${state} ${way}`)
  }),
)

describe('the transition table', () => {
  it(`answers each of the ${everything.length} questions as written down, and no other way`, () => {
    const wrong = everything.filter(({ role, standing, action }) => {
      const way = standing.underBureau ? 'b' : 'd'
      const may = findTransition(office(role), action, standing) !== undefined
      return may !== expected.has(`${role} ${action} ${standing.state} ${way}`)
    })
    expect(wrong).toEqual([])
  })

  it('has at most one row for any role, action and standing', () => {
    const doubled = everything.filter(
      ({ role, standing, action }) => rowsFor(role, action, standing).length > 1,
    )
    expect(doubled).toEqual([])
  })

  it('has no row that nobody can ever use', () => {
    const used = new Set(everything.flatMap(({ role, standing, action }) => rowsFor(role, action, standing)))
    expect(transitions.filter((row) => !used.has(row))).toEqual([])
  })

  it('never lets an administrator do or see anything of a filing', () => {
    for (const role of administratorRoles) {
      expect(standings.flatMap((standing) => actionsFor(office(role), standing))).toEqual([])
      expect(maySee(office(role), unitPath)).toBe(false)
    }
  })

  it('never lets anybody act or look outside their own subtree', () => {
    const elsewhere = ['/bureau/department/other/', '/bureau/department/unit2/', '/other/']
    for (const role of roles)
      for (const path of elsewhere) {
        const stranger = { ...office(role), path }
        expect(standings.flatMap((standing) => actionsFor(stranger, standing))).toEqual([])
        expect(maySee(stranger, unitPath)).toBe(false)
      }
  })

  it('lets every business role look at filings of its own subtree', () => {
    expect(businessRoles.filter((role) => !maySee(office(role), unitPath))).toEqual([])
  })

  it('goes from draft to published and back, so that every state can be reached and left', () => {
    const reached = new Set<FilingState>(['draft'])
    for (let round = 0; round < filingStates.length; round += 1)
      for (const { from, to } of transitions) if (reached.has(from)) reached.add(to)
    expect([...reached].sort()).toEqual([...filingStates].sort())
    expect(filingStates.filter((state) => !transitions.some(({ from }) => from === state))).toEqual([])
  })

  it('edits only where it stays', () => {
    expect(transitions.filter(({ action, from, to }) => (action === 'edit') !== (from === to))).toEqual([])
  })

  it('asks for a reason whenever something is undone, and for flags whenever something is sent back', () => {
    const undoing: readonly FilingAction[] = ['withdraw', 'sendBack', 'withdrawAcceptance', 'correct']
    for (const { action, needs } of transitions) {
      expect(needs.includes('reason')).toBe(undoing.includes(action))
      expect(needs.includes('flags')).toBe(action === 'sendBack')
      expect(needs.includes('cleared')).toBe(action === 'submit')
    }
  })

  it('gives a withdrawn filing back to where it came from: only flagged cells stay open after a return', () => {
    const of = (afterReturn: boolean) =>
      findTransition(office('preparer'), 'withdraw', {
        state: 'submitted',
        unitPath,
        underBureau: false,
        afterReturn,
      })?.to
    expect([of(false), of(true)]).toEqual(['draft', 'returned'])
  })

  it('takes acceptance back to the step before, which has no department for units under the bureau', () => {
    const of = (underBureau: boolean) =>
      findTransition(office('financeReviewer'), 'withdrawAcceptance', {
        state: 'acceptedByBureau',
        unitPath,
        underBureau,
        afterReturn: false,
      })?.to
    expect([of(false), of(true)]).toEqual(['acceptedByDepartment', 'submitted'])
  })
})

describe('whose turn it is', () => {
  it('is somebody who can move the filing on, in every state but the last', () => {
    for (const standing of standings) {
      const role = waitingFor(standing.state, standing.underBureau)
      if (standing.state === 'published') expect(role).toBeUndefined()
      else if (role === undefined) throw new Error(`nobody has ${standing.state} in hand`)
      else expect(actionsFor(office(role), standing).length).toBeGreaterThan(0)
    }
  })

  it('has words for every state', () => {
    expect(filingStates.map((state) => stateNames[state].length > 0)).not.toContain(false)
  })
})

function office(role: Role): Office {
  const isOfUnit = role === 'preparer' || role === 'headOfUnit'
  const path = isOfUnit ? unitPath : role === 'departmentReviewer' ? '/bureau/department/' : '/bureau/'
  return { role, unitId: 'of the office', path }
}

/** The rows that fit, read from the table without asking the function under test. */
function rowsFor(role: Role, action: FilingAction, standing: FilingStanding) {
  return transitions.filter(
    (row) =>
      row.action === action &&
      row.from === standing.state &&
      row.roles.some((one) => one === role) &&
      (row.underBureau ?? standing.underBureau) === standing.underBureau &&
      (row.afterReturn ?? standing.afterReturn) === standing.afterReturn,
  )
}

describe('the name of a state', () => {
  it('says who reviews next', () => {
    expect(stateNameOf('submitted', false)).toBe('已提交，待主管部门审核')
    expect(stateNameOf('submitted', true)).toBe('已提交，待财政审核')
    expect(stateNameOf('draft', true)).toBe(stateNames.draft)
  })
})
