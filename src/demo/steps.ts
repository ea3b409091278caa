import type { Role } from '../core/workflow/role.js'
import type { FilingAction, FilingState } from '../core/workflow/transition.js'
import type { Story } from './stories.js'

/** One move of a filing on its way, by the role that made it. */
export type Step = Readonly<{
  action: Exclude<FilingAction, 'edit' | 'withdraw' | 'withdrawAcceptance'>
  by: Role
}>

/** The moves by which a filing came to where its story has it, after it was begun. */
export function stepsTo({ state, returnedBy, with: more }: Story, underBureau: boolean): readonly Step[] {
  const submit: Step = { action: 'submit', by: 'headOfUnit' }
  const byDepartment: readonly Step[] = underBureau
    ? []
    : [{ action: 'acceptByDepartment', by: 'departmentReviewer' }]
  const accepted: readonly Step[] = [...byDepartment, { action: 'acceptByBureau', by: 'financeReviewer' }]
  const published: readonly Step[] = [submit, ...accepted, { action: 'publish', by: 'publisher' }]
  if (more.includes('correction')) return [...published, { action: 'correct', by: 'headOfUnit' }]
  const ways: Readonly<Record<FilingState | 'notBegun', readonly Step[]>> = {
    notBegun: [],
    draft: [],
    submitted: [submit],
    acceptedByDepartment: [submit, ...byDepartment],
    acceptedByBureau: [submit, ...accepted],
    returned: [submit, ...stepsBack(returnedBy ?? 'financeReviewer', { byDepartment, accepted })],
    published,
  }
  return ways[state]
}

type Ways = Readonly<{ byDepartment: readonly Step[]; accepted: readonly Step[] }>

function stepsBack(by: Role, { byDepartment, accepted }: Ways): readonly Step[] {
  const back: Step = { action: 'sendBack', by }
  if (by === 'departmentReviewer') return [back]
  return by === 'performanceSection' ? [...accepted, back] : [...byDepartment, back]
}

const day = 86_400_000
const hour = 3_600_000

/**
 * When each of `count` things happened: in order, on working hours of different days between two instants.
 */
export function spread(
  count: number,
  { from, to, shift }: { from: Date; to: Date; shift: number },
): readonly Date[] {
  const span = to.getTime() - from.getTime()
  return Array.from({ length: count }, (_, index) => {
    const raw = from.getTime() + (span * index) / Math.max(1, count)
    const minutes = ((shift * 37 + index * 11) % 480) * 60_000
    return new Date(Math.floor(raw / day) * day + hour + minutes)
  })
}
