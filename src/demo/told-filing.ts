import { checkContent } from '../core/editing/check-content.js'
import type { CheckedContent } from '../core/editing/checked-content.js'
import type { FilingContent } from '../core/editing/content.js'
import type { Pack } from '../core/pack/pack.js'
import type { People, Person } from './people.js'
import { type Step, spread, stepsTo } from './steps.js'
import type { Story } from './stories.js'
import type { DemoUnit } from './units.js'

/** A filing with what became of it, before it is written to the tables. */
export type ToldFiling = Readonly<{
  filingId: string
  entryId: string
  projectId: string | null
  title: string
  unit: DemoUnit
  underBureau: boolean
  story: Story
  content: FilingContent
  lastYear: FilingContent | undefined
  checked: CheckedContent
  startedAt: Date
  editedAt: Date
  moves: readonly Readonly<{ step: Step; by: Person; at: Date }>[]
}>

export type Telling = Readonly<{
  packs: readonly Pack[]
  people: People
  /** When work on this year's filings began and today. */
  from: Date
  to: Date
}>

type UntoldFiling = Pick<
  ToldFiling,
  'filingId' | 'entryId' | 'projectId' | 'title' | 'unit' | 'story' | 'content' | 'lastYear'
>

/** Checks the content once and gives every step its person and hour. */
export function tellFiling(untold: UntoldFiling, { packs, people, from, to }: Telling): ToldFiling {
  const { unit, story } = untold
  const underBureau = unit.kind === 'department'
  const steps = stepsTo(story, underBureau)
  const shift = unit.number + (untold.projectId === null ? 0 : 40)
  const [startedAt = from, editedAt = from, ...times] = spread(steps.length + 2, { from, to, shift })
  return {
    ...untold,
    underBureau,
    checked: checkContent(untold.content, packs),
    startedAt,
    editedAt,
    moves: steps.map((step, index) => ({
      step,
      by: personFor(step, unit, people),
      at: times[index] ?? editedAt,
    })),
  }
}

function personFor({ by }: Step, unit: DemoUnit, people: People): Person {
  if (by === 'headOfUnit' || by === 'preparer') return people.of(by, unit)
  if (by !== 'departmentReviewer') return people.of(by)
  const reviewer = people.all.find(({ role, path }) => role === by && unit.path.startsWith(path))
  if (reviewer === undefined) throw new RangeError(`${unit.code} has no reviewer`)
  return reviewer
}
