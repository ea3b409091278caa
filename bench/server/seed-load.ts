import { randomUUID } from 'node:crypto'
import { contentOfFiling } from '../../dist/core/editing/content-of-filing.js'
import { loadShipped } from '../../dist/packs/load-shipped.js'
import type { FilingContent, ListRow } from '../../src/core/editing/content.js'
import { createSecret, hashOfSecret } from '../../src/server/door/secrets.js'
import type { Store, Trx } from '../../src/store/store.js'
import { filingOf, projectForm } from '../../src/testing/sample-forms.js'

/** Somebody signed in, with the filing that is theirs. */
export type LoadUser = Readonly<{ cookie: string; csrfToken: string; filingId: string }>
const regionId = '330001'
const units = 500
const departments = 20
const years = [2023, 2024]

/** A county of 500 units with last year's and this year's filings; sessions of some preparers and of one reviewer. */
export async function seedLoad(store: Store, users: number): Promise<readonly LoadUser[]> {
  const { packs } = await loadShipped()
  const { content } = contentOfFiling(filingOf(projectForm), packs)
  return store.asSystem('upkeep', async (trx) => {
    await trx.insertInto('region').values({ region_id: regionId, name: '云溪县' }).execute()
    const bureau = await addUnit(trx, { code: '1', kind: 'bureau', path: '/1/', parent: null })
    const above: string[] = []
    for (let index = 0; index < departments; index++)
      above.push(
        await addUnit(trx, { code: `d${index}`, kind: 'department', path: `/1/d${index}/`, parent: bureau }),
      )
    const signedIn: LoadUser[] = []
    for (let index = 0; index < units; index++) {
      const department = index % departments
      const path = `/1/d${department}/u${index}/`
      const parent = above[department] ?? bureau
      const unitId = await addUnit(trx, { code: `u${index}`, kind: 'unit', path, parent })
      const filingId = await addFilings(trx, { unitId, path, content })
      if (index < users) signedIn.push(await signIn(trx, { unitId, role: 'preparer', filingId }))
    }
    return [...signedIn, await signIn(trx, { unitId: bureau, role: 'financeReviewer', filingId: '' })]
  })
}

type NewUnit = Readonly<{
  code: string
  kind: 'bureau' | 'department' | 'unit'
  path: string
  parent: string | null
}>

async function addUnit(trx: Trx, { code, kind, path, parent }: NewUnit): Promise<string> {
  const row = { region_id: regionId, code, kind, path, parent_id: parent, name: `云溪县单位${code}` }
  return (await trx.insertInto('unit').values(row).returning('unit_id').executeTakeFirstOrThrow()).unit_id
}

type NewFilings = Readonly<{ unitId: string; path: string; content: FilingContent }>

async function addFilings(trx: Trx, { unitId, path, content }: NewFilings): Promise<string> {
  let newest = ''
  for (const year of years) {
    const { filing_id } = await trx
      .insertInto('filing')
      .values({
        region_id: regionId,
        unit_id: unitId,
        unit_path: path,
        under_bureau: false,
        budget_year: year,
        title: '农村饮水 项目支出绩效自评表',
        state: 'draft',
        waiting_for: 'preparer',
        packs: content.forms.map(({ pack }) => pack),
      })
      .returning('filing_id')
      .executeTakeFirstOrThrow()
    const version = { region_id: regionId, filing_id, version: 1, opened_by: 'start' as const }
    await trx
      .insertInto('filing_version')
      .values({ ...version, content: JSON.stringify(grown(content, year)) })
      .execute()
    newest = filing_id
  }
  return newest
}

/** The sample form with fifteen indicators and a report of forty paragraphs, as real filings have. */
function grown(content: FilingContent, budgetYear: number): FilingContent {
  const forms = content.forms.map((form) => ({
    ...form,
    lists: { ...form.lists, indicators: manyRows(form.lists.indicators ?? []) },
  }))
  const report = Array.from({ length: 40 }, (_, index) => ({
    id: `p${index}`,
    style: 'body' as const,
    runs: [
      {
        text: `第${index + 1}段。${budgetYear}年全年执行数为90.00万元，执行率90%，完成了年初目标。`,
        field: undefined,
      },
    ],
  }))
  return { ...content, budgetYear, forms, report }
}

function manyRows(rows: readonly ListRow[]): readonly ListRow[] {
  return rows.flatMap((row) =>
    Array.from({ length: 5 }, (_, copy) => ({
      id: `${row.id}x${copy}`,
      cells: {
        ...row.cells,
        name: `${row.cells.name}${copy}`,
        weight: String(Number(row.cells.weight) / 5),
        score: String(Number(row.cells.score) / 5),
      },
    })),
  )
}

type SigningIn = Readonly<{ unitId: string; role: 'preparer' | 'financeReviewer'; filingId: string }>

async function signIn(trx: Trx, { unitId, role, filingId }: SigningIn): Promise<LoadUser> {
  const region = { region_id: regionId }
  const { account_id } = await trx
    .insertInto('account')
    .values({ ...region, login: randomUUID(), name: '周某' })
    .returning('account_id')
    .executeTakeFirstOrThrow()
  const { office_id } = await trx
    .insertInto('office')
    .values({ ...region, account_id, unit_id: unitId, role })
    .returning('office_id')
    .executeTakeFirstOrThrow()
  const [token, csrfToken] = [createSecret(), createSecret()]
  await trx
    .insertInto('session')
    .values({
      ...region,
      token_hash: hashOfSecret(token),
      account_id,
      office_id,
      csrf_token: csrfToken,
      expires_at: new Date(Date.now() + 3_600_000),
    })
    .execute()
  return { cookie: `hengxiao_session=${token}`, csrfToken, filingId }
}
