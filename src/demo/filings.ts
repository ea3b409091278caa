import type { FilingContent } from '../core/editing/content.js'
import type { Pack } from '../core/pack/pack.js'
import { type ContentSource, writeDepartmentContent, writeProjectContent } from './contents.js'
import { mistakes } from './mistakes.js'
import { stableId } from './stable-id.js'
import { projectStories, type Story, wholeStories } from './stories.js'
import { type Telling, type ToldFiling, tellFiling } from './told-filing.js'
import { beginContent, withoutComputed } from './unfinished.js'
import type { DemoUnit } from './units.js'

/** One line of the roster of a year, begun or not. */
export type Entry = Readonly<{
  entryId: string
  unit: DemoUnit
  projectId: string | null
  budgetYear: number
  packId: string
}>

export type Told = Readonly<{ entries: readonly Entry[]; filings: readonly ToldFiling[] }>

type Year = Readonly<{ packs: readonly Pack[]; telling: Telling }>

/** Filings of last year and of this one, whole units' first, with the roster entries they answer. */
export function tellFilings(units: readonly DemoUnit[], before: Year, now: Year): Told {
  const entries: Entry[] = []
  const filings: ToldFiling[] = []
  for (const unit of units) {
    const whole = bothYears(unit, null, now.packs)
    const ofProject = projectStories.has(unit.number) ? [bothYears(unit, unit.projectId, now.packs)] : []
    for (const pair of [whole, ...ofProject]) {
      entries.push(entryOf(pair.before), entryOf(pair.now))
      filings.push(tellFiling({ ...pair.before, lastYear: undefined }, before.telling))
      if (pair.now.story.state !== 'notBegun')
        filings.push(tellFiling({ ...pair.now, lastYear: pair.before.content }, now.telling))
    }
  }
  return { entries, filings }
}

type Begun = Omit<Parameters<typeof tellFiling>[0], 'lastYear'>

const lastYearStory: Story = { state: 'published', percent: 100, mistakes: [], with: [] }
const unfinishedLastYear: Story = { ...lastYearStory, state: 'acceptedByBureau' }
const notYetPublished = 28

function bothYears(
  unit: DemoUnit,
  projectId: string | null,
  packs: readonly Pack[],
): Readonly<{ before: Begun; now: Begun }> {
  const write = projectId === null ? writeDepartmentContent : writeProjectContent
  const given = projectId === null ? wholeStories[unit.number - 1] : projectStories.get(unit.number)
  const story = given ?? lastYearStory
  const source: Omit<ContentSource, 'figures' | 'lastYear'> = {
    unit: unit.name,
    department: unit.department,
    work: unit.work,
    packs,
    unexplained: story.with.includes('justified'),
  }
  const first = write({ ...source, unexplained: false, figures: unit.figures.before, lastYear: undefined })
  const second = write({ ...source, figures: unit.figures.now, lastYear: first })
  const titled = (year: number) => titleOf(second, { unit, projectId, year, packs })
  const isLate = unit.number === notYetPublished && projectId === null
  return {
    before: {
      ...titled(unit.figures.before.year),
      content: first,
      story: isLate ? unfinishedLastYear : lastYearStory,
    },
    now: { ...titled(unit.figures.now.year), content: asTold(second, story), story },
  }
}

function asTold(content: FilingContent, story: Story): FilingContent {
  const begun = beginContent(withoutComputed(content), story.percent)
  const planted = story.with.includes('waived')
    ? [...story.mistakes, 'missedButFull' as const]
    : story.mistakes
  return planted.reduce((changed, name) => mistakes[name].plant(changed), begun)
}

type Titled = Readonly<{ unit: DemoUnit; projectId: string | null; year: number; packs: readonly Pack[] }>

function titleOf(content: FilingContent, { unit, projectId, year, packs }: Titled) {
  const packId = content.forms.at(-1)?.pack
  const title = packs.find(({ id }) => id === packId)?.title ?? '绩效自评'
  const key = `${year} ${unit.code} ${projectId ?? 'whole'}`
  return {
    filingId: stableId(`filing ${key}`),
    entryId: stableId(`entry ${key}`),
    projectId,
    title: projectId === null ? title : `${unit.work.project} ${title}`,
    unit,
  }
}

function entryOf({ entryId, unit, projectId, content }: Begun): Entry {
  return {
    entryId,
    unit,
    projectId,
    budgetYear: content.budgetYear,
    packId: content.forms.at(-1)?.pack ?? '',
  }
}
