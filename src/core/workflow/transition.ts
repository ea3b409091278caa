import type { BusinessRole } from './role.js'

/** Where a filing is on its way. */
export const filingStates = [
  'draft',
  'submitted',
  'acceptedByDepartment',
  'acceptedByBureau',
  'returned',
  'published',
] as const

export type FilingState = (typeof filingStates)[number]

/** Without who reviews next, for counts over all units. */
export const stateNames: Readonly<Record<FilingState, string>> = {
  draft: '草稿',
  submitted: '已提交，待审核',
  acceptedByDepartment: '主管部门已通过，待财政审核',
  acceptedByBureau: '财政已通过，待公开',
  returned: '被退回，待修改',
  published: '已公开',
}

/** A state with who reviews next: units directly under the bureau have no supervising department in between. */
export function stateNameOf(state: FilingState, underBureau: boolean): string {
  if (state !== 'submitted') return stateNames[state]
  return underBureau ? '已提交，待财政审核' : '已提交，待主管部门审核'
}

export const filingActions = [
  'edit',
  'submit',
  'withdraw',
  'acceptByDepartment',
  'acceptByBureau',
  'sendBack',
  'withdrawAcceptance',
  'publish',
  'correct',
] as const

export type FilingAction = (typeof filingActions)[number]

/** As a sentence says it: 不能提交. */
export const actionNames: Readonly<Record<FilingAction, string>> = {
  edit: '修改',
  submit: '提交',
  withdraw: '撤回',
  acceptByDepartment: '通过',
  acceptByBureau: '通过',
  sendBack: '退回',
  withdrawAcceptance: '撤回通过',
  publish: '公开',
  correct: '更正',
}

/** What the person who acts must give, or what must be true of the filing. */
export type Need =
  /** No finding of severity error without a waiver, no warning without a reason. */
  | 'cleared'
  /** A reason in words. */
  | 'reason'
  /** At least one cell or paragraph that reopens. */
  | 'flags'

/** One row of the table. `underBureau`: only for units that stand directly under the bureau (true) or not (false). */
export type Transition = Readonly<{
  action: FilingAction
  from: FilingState
  to: FilingState
  roles: readonly BusinessRole[]
  needs: readonly Need[]
  underBureau?: boolean
  /** Only for versions that a return opened (true) or did not open (false). */
  afterReturn?: boolean
}>

const unit: readonly BusinessRole[] = ['preparer', 'headOfUnit']
const department: readonly BusinessRole[] = ['departmentReviewer']
const bureau: readonly BusinessRole[] = ['financeReviewer', 'performanceSection']

/** The one table that every entrance asks: page, API, command line, import. What is not in it is refused. */
export const transitions: readonly Transition[] = [
  { action: 'edit', from: 'draft', to: 'draft', roles: unit, needs: [] },
  { action: 'edit', from: 'returned', to: 'returned', roles: unit, needs: [] },
  { action: 'submit', from: 'draft', to: 'submitted', roles: unit, needs: ['cleared'] },
  { action: 'submit', from: 'returned', to: 'submitted', roles: unit, needs: ['cleared'] },
  { action: 'withdraw', from: 'submitted', to: 'draft', roles: unit, needs: ['reason'], afterReturn: false },
  {
    action: 'withdraw',
    from: 'submitted',
    to: 'returned',
    roles: unit,
    needs: ['reason'],
    afterReturn: true,
  },
  {
    action: 'acceptByDepartment',
    from: 'submitted',
    to: 'acceptedByDepartment',
    roles: department,
    needs: [],
    underBureau: false,
  },
  {
    action: 'sendBack',
    from: 'submitted',
    to: 'returned',
    roles: department,
    needs: ['reason', 'flags'],
    underBureau: false,
  },
  {
    action: 'withdrawAcceptance',
    from: 'acceptedByDepartment',
    to: 'submitted',
    roles: department,
    needs: ['reason'],
    underBureau: false,
  },
  {
    action: 'acceptByBureau',
    from: 'submitted',
    to: 'acceptedByBureau',
    roles: bureau,
    needs: [],
    underBureau: true,
  },
  {
    action: 'sendBack',
    from: 'submitted',
    to: 'returned',
    roles: bureau,
    needs: ['reason', 'flags'],
    underBureau: true,
  },
  {
    action: 'acceptByBureau',
    from: 'acceptedByDepartment',
    to: 'acceptedByBureau',
    roles: bureau,
    needs: [],
  },
  {
    action: 'sendBack',
    from: 'acceptedByDepartment',
    to: 'returned',
    roles: bureau,
    needs: ['reason', 'flags'],
  },
  {
    action: 'withdrawAcceptance',
    from: 'acceptedByBureau',
    to: 'acceptedByDepartment',
    roles: bureau,
    needs: ['reason'],
    underBureau: false,
  },
  {
    action: 'withdrawAcceptance',
    from: 'acceptedByBureau',
    to: 'submitted',
    roles: bureau,
    needs: ['reason'],
    underBureau: true,
  },
  {
    action: 'sendBack',
    from: 'acceptedByBureau',
    to: 'returned',
    roles: ['performanceSection'],
    needs: ['reason', 'flags'],
  },
  { action: 'publish', from: 'acceptedByBureau', to: 'published', roles: ['publisher'], needs: [] },
  {
    action: 'correct',
    from: 'published',
    to: 'draft',
    roles: ['headOfUnit', 'performanceSection'],
    needs: ['reason'],
  },
]

/** Who has the filing in hand in each state, for "waiting for whom since when". Undefined: nobody. */
export function waitingFor(state: FilingState, underBureau: boolean): BusinessRole | undefined {
  switch (state) {
    case 'draft':
    case 'returned':
      return 'preparer'
    case 'submitted':
      return underBureau ? 'financeReviewer' : 'departmentReviewer'
    case 'acceptedByDepartment':
      return 'financeReviewer'
    case 'acceptedByBureau':
      return 'publisher'
    case 'published':
      return undefined
  }
}
