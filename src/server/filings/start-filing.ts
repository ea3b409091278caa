import { filingRoutes } from '../../contract/filing-routes.js'
import { blankContent } from '../../core/editing/blank-content.js'
import type { FilingContent, FormContent } from '../../core/editing/content.js'
import { contentFromLastYear } from '../../core/editing/content-from-last-year.js'
import { DomainError } from '../../core/errors/errors.js'
import { withCompanions } from '../../core/pack/form-choices.js'
import type { Pack } from '../../core/pack/pack.js'
import { fieldsOf } from '../../core/paper/field-types.js'
import { createFiling, findSame, findYearBefore, recordSummary } from '../../store/filing-store.js'
import type { Actor, Trx } from '../../store/store.js'
import { createVersion, findStandingContent } from '../../store/version-store.js'
import { ProblemError } from '../routing/problem.js'
import { serveRoute } from '../routing/serve-route.js'
import type { Workplace } from '../workplace/workplace.js'
import { titleOf } from './filing-title.js'
import { getFiling } from './get-filing.js'
import { findOfferedForms } from './offered-forms.js'
import { recordFilingEvent } from './record-filing-event.js'
import { summaryOf } from './save-changes.js'
import { type Chosen, placeOfChoice, placeOfEntry, type StartPlace } from './start-place.js'

/** Begins what the roster asks for or the unit chose: on blank forms, or with last year's names, targets and words. */
export const startFiling = serveRoute(filingRoutes.startFiling, async ({ body, caller, workplace }) => {
  const { regionId } = caller
  const chosen = 'entryId' in body ? undefined : body
  if (chosen !== undefined) await checkOffered(workplace, regionId, chosen)
  const source = { actor: caller, packs: await workplace.packs(regionId), from: body.from }
  return workplace.store.asActor(caller, async (trx) => {
    const place =
      'entryId' in body
        ? await placeOfEntry(trx, { regionId, entryId: body.entryId })
        : await placeOfChoice(trx, caller, body)
    await checkNotBegun(trx, { regionId, place }, source.packs)
    const content = await firstContent(trx, place, source)
    return { filingId: await begin(trx, { ...source, place, content, at: workplace.now() }) }
  })
})

async function checkOffered(workplace: Workplace, regionId: string, chosen: Chosen): Promise<void> {
  const { packId, budgetYear: year, kind } = chosen
  const offered = await findOfferedForms(workplace, { regionId, year })
  if (!offered.some(({ id, form }) => id === packId && form === kind))
    throw new DomainError('FORM_NOT_OFFERED', { year, pack: packId })
}

type Source = Readonly<{ actor: Actor; packs: readonly Pack[]; from: 'blank' | 'lastYear' }>

async function firstContent(
  trx: Trx,
  place: StartPlace,
  { actor: { regionId }, packs, from }: Source,
): Promise<FilingContent> {
  const { budget_year: year, unit_name: unit } = place
  const packIds = withCompanions(place.pack_id, { packs, year })
  if (from === 'blank') return named(blankContent({ unit, budgetYear: year, packIds }, packs), place, packs)
  const before = await findYearBefore(trx, { ...place, region_id: regionId })
  const last = before && (await findStandingContent(trx, { regionId, filingId: before.filing_id }))
  if (last === undefined) throw new DomainError('LAST_YEAR_MISSING', { title: titleOf(place, packs) })
  return { ...contentFromLastYear(last, { packs, year, packIds }), unit }
}

/** The project's name stands on its form from the beginning. */
function named(
  content: FilingContent,
  { project_name: name }: StartPlace,
  packs: readonly Pack[],
): FilingContent {
  if (name === null) return content
  const hasName = ({ pack: id }: FormContent) => {
    const pack = packs.find((one) => one.id === id)
    return pack !== undefined && fieldsOf(pack).singles.has('projectName')
  }
  return {
    ...content,
    forms: content.forms.map((form) =>
      hasName(form) ? { ...form, fields: { ...form.fields, projectName: name } } : form,
    ),
  }
}

type Start = Source & Readonly<{ place: StartPlace; content: FilingContent; at: Date }>

async function begin(trx: Trx, start: Start): Promise<string> {
  const { actor, packs, place, content, at, from } = start
  const { regionId } = actor
  const title = titleOf(place, packs)
  const filingId = await createFiling(trx, newFiling(start, title))
  if (filingId === undefined) {
    await checkNotBegun(trx, { regionId, place }, packs)
    throw new DomainError('FILING_EXISTS', { title })
  }
  const id = { regionId, filingId }
  await createVersion(trx, id, { version: 1, openedBy: 'start', openedAt: at, content, previousHash: null })
  const filing = await getFiling(trx, id)
  await recordSummary(trx, id, await summaryOf(trx, { filing, content, packs }))
  const event = { actor, filing, action: 'start', at, revision: filing.revision, data: { from } }
  await recordFilingEvent(trx, event)
  return filingId
}

/** @throws DomainError FILING_EXISTS, with the id of the one that is there, so that the page can lead to it */
async function checkNotBegun(
  trx: Trx,
  { regionId, place }: Readonly<{ regionId: string; place: StartPlace }>,
  packs: readonly Pack[],
): Promise<void> {
  const filingId = await findSame(trx, { ...place, region_id: regionId })
  if (filingId === undefined) return
  const parameters = { title: titleOf(place, packs) }
  throw new ProblemError('FILING_EXISTS', { parameters, problem: { filingId } })
}

function newFiling({ actor, place, at }: Start, title: string) {
  return {
    region_id: actor.regionId,
    unit_id: place.unit_id,
    unit_path: place.unit_path,
    under_bureau: place.parent_kind === 'bureau' || place.parent_kind === null,
    budget_year: place.budget_year,
    project_id: place.project_id,
    entry_id: place.entry_id,
    title,
    state: 'draft' as const,
    waiting_for: 'preparer' as const,
    waiting_since: at,
    due_on: place.due_on,
    created_at: at,
    changed_at: at,
  }
}
