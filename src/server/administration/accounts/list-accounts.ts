import type { z } from 'zod'
import type { accountRoutes } from '../../../contract/account-routes.js'
import type { AccountShown } from '../../../contract/administration-shapes.js'
import { roleNames } from '../../../core/workflow/role.js'
import {
  type AccountState,
  type HeldOffice,
  listAccounts,
  listHeldOffices,
} from '../../../store/account-store.js'
import { sendList } from '../../routing/send-list.js'
import type { Call } from '../../routing/serve-route.js'

type ListCall = Call<typeof accountRoutes.listAccounts>
type Asking = Pick<ListCall, 'caller' | 'workplace'> & { query: Omit<ListCall['query'], 'page' | 'size'> }
type Row = Awaited<ReturnType<typeof listAccounts>>['rows'][number]

export const stateWords: Readonly<Record<AccountState, string>> = {
  active: '正常',
  waiting: '还没设密码',
  locked: '已锁定',
  disabled: '已停用',
}

async function readPage(
  { caller, workplace, query }: Asking,
  range: Readonly<{ offset: number; limit: number }>,
) {
  const { regionId } = caller
  return await workplace.store.asActor(caller, async (trx) => {
    const { query: words, role, state, unitId } = query
    const question = { regionId, now: workplace.now(), query: words, role, state, unitId }
    const { total, rows } = await listAccounts(trx, question, range)
    const accountIds = rows.map(({ account_id }) => account_id)
    const offices = await listHeldOffices(trx, regionId, accountIds)
    return { total, items: rows.map((row) => showAccount(row, offices)) }
  })
}

/** GET /api/accounts */
export async function answerAccounts({ caller, workplace, query }: ListCall) {
  const { page, size } = query
  const range = { offset: (page - 1) * size, limit: size }
  return { page, size, ...(await readPage({ caller, workplace, query }, range)) }
}

/** GET /api/accounts.xlsx */
export async function exportAccounts(call: Call<typeof accountRoutes.exportAccounts>) {
  const { items } = await readPage(call, { offset: 0, limit: 100_000 })
  return sendList(call.reply, {
    title: '用户名单',
    columns: [
      { title: '账号', width: 90 },
      { title: '姓名', width: 80 },
      { title: '状态', width: 70 },
      { title: '岗位', width: 320 },
      { title: '动态口令', width: 60 },
      { title: '建立', width: 80 },
    ],
    rows: items.map((account) => [
      account.login,
      account.name,
      stateWords[account.state],
      account.offices.map(({ unitName, roleName }) => `${unitName} ${roleName}`).join('；'),
      account.secondFactor ? '已绑定' : '',
      account.createdAt.slice(0, 10),
    ]),
  })
}

function showAccount(row: Row, offices: readonly HeldOffice[]): z.output<typeof AccountShown> {
  return {
    accountId: row.account_id,
    login: row.login,
    name: row.name,
    state: row.state,
    secondFactor: row.second_factor_since !== null,
    createdAt: row.created_at.toISOString(),
    passwordChangedAt: row.password_changed_at?.toISOString() ?? null,
    lockedUntil: row.state === 'locked' ? (row.locked_until?.toISOString() ?? null) : null,
    offices: offices
      .filter(({ account_id }) => account_id === row.account_id)
      .map((office) => ({
        officeId: office.office_id,
        role: office.role,
        roleName: roleNames[office.role],
        unitId: office.unit_id,
        unitName: office.unit_name,
        givenAt: office.given_at.toISOString(),
      })),
  }
}
