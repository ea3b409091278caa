import type { Pack } from '../../core/pack/pack.js'
import type { EntryRow } from '../../store/roster-entry-store.js'

/** What a filing is called: `优抚经费 项目支出绩效自评表`, after its project and its form. */
export function titleOf(
  { pack_id, project_name }: Pick<EntryRow, 'pack_id' | 'project_name'>,
  packs: readonly Pack[],
): string {
  const form = packs.find(({ id }) => id === pack_id)?.title ?? '绩效自评'
  return project_name === null ? form : `${project_name} ${form}`
}
