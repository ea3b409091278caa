import type { z } from 'zod'
import type { StartBody } from '../../contract/start-shapes.js'
import { DomainError } from '../../core/errors/errors.js'
import { findNoticeOf } from '../../store/notice-store.js'
import { takeProject } from '../../store/project-store.js'
import { type EntryRow, findEntry } from '../../store/roster-entry-store.js'
import type { Actor, Trx } from '../../store/store.js'
import { getUnitPlace } from '../../store/unit-store.js'

/** Whose filing of what is begun, by when. `entry_id` null: the unit chose it itself. */
export type StartPlace = Omit<EntryRow, 'entry_id' | 'has_last_year'> & Readonly<{ entry_id: string | null }>

type Body = z.output<typeof StartBody>
export type Chosen = Exclude<Body, { entryId: string }>

/** What the roster asks for. @throws DomainError ENTRY_NOT_FOUND */
export async function placeOfEntry(
  trx: Trx,
  key: Readonly<{ regionId: string; entryId: string }>,
): Promise<StartPlace> {
  const entry = await findEntry(trx, key)
  if (entry === undefined) throw new DomainError('ENTRY_NOT_FOUND')
  return entry
}

/** What the caller's unit chose: a project that is not known yet is made; a notice of the year gives the day. */
export async function placeOfChoice(
  trx: Trx,
  { regionId, unitId }: Actor,
  chosen: Chosen,
): Promise<StartPlace> {
  const { packId, budgetYear } = chosen
  const name = chosen.kind === 'departmentSelfEvaluation' ? null : chosen.projectName
  const unit = await getUnitPlace(trx, { regionId, unitId })
  const unitYear = { regionId, unitId, budgetYear }
  const projectId = name === null ? null : await takeProject(trx, { ...unitYear, name })
  const notice = await findNoticeOf(trx, { ...unitYear, projectId })
  return {
    ...unit,
    unit_id: unitId,
    budget_year: budgetYear,
    project_id: projectId,
    project_name: name,
    pack_id: packId,
    entry_id: notice?.entry_id ?? null,
    due_on: notice?.due_on ?? null,
  }
}
