import type { Transaction } from 'kysely'
import type { LedgerQuestion } from '../../core/ledger/ledger-amounts.js'
import type { Database } from '../../store/schema.js'

type Asked = Readonly<{ region_id: string; unit_id: string; project_id: string | null }>

/** Whose amounts a filing asks a ledger for: the unit's, or those of its project. */
export async function findLedgerQuestion(
  trx: Transaction<Database>,
  { region_id, unit_id, project_id }: Asked,
): Promise<LedgerQuestion> {
  const unit = await trx
    .selectFrom('unit')
    .select('name')
    .where('region_id', '=', region_id)
    .where('unit_id', '=', unit_id)
    .executeTakeFirst()
  if (project_id === null) return { unit: unit?.name ?? '', project: undefined }
  const project = await trx
    .selectFrom('project')
    .select(['name', 'code'])
    .where('region_id', '=', region_id)
    .where('project_id', '=', project_id)
    .executeTakeFirst()
  return { unit: unit?.name ?? '', project }
}
