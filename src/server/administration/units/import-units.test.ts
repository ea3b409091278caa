import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeList } from '../../../documents/excel/write-list.js'
import { multipartOf } from '../../../testing/multipart.js'
import { createTestApp, type TestApp } from '../../../testing/test-app.js'

let test: TestApp
beforeEach(async () => {
  test = await createTestApp()
})
afterEach(() => test.close())

type Sent = Readonly<{ method?: 'GET' | 'POST'; url: string; payload?: object }>

async function asAdministrator({ method = 'GET', url, payload }: Sent) {
  const headers = await test.signInAs(test.region.actors.systemAdministrator)
  return test.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
}

describe('importing', () => {
  const columns = ['单位编码', '单位名称', '类别', '上级单位编码'].map((title) => ({ title, width: 90 }))

  async function preview(rows: readonly (readonly string[])[]) {
    const file = writeList({ title: '单位', columns, rows })
    const { payload, headers } = multipartOf(file, '单位.xlsx')
    const signedIn = await test.signInAs(test.region.actors.systemAdministrator)
    return test.app.inject({
      method: 'POST',
      url: '/api/unit-import-previews',
      headers: { ...signedIn, ...headers },
      payload,
    })
  }

  it('shows what it would do, does it, and does nothing the second time', async () => {
    const rows = [
      ['303', '云溪县水利局', '主管部门', '101'],
      ['303001', '云溪县水文站', '预算单位', '303'],
      ['301', '云溪县综合档案馆', '预算单位', '101'],
    ]
    const shown = (await preview(rows)).json()
    expect(shown).toMatchObject({ rows: 3, unchanged: 0, problems: [] })
    const apply = () =>
      asAdministrator({ method: 'POST', url: '/api/unit-imports', payload: { sha256: shown.sha256 } })
    expect((await apply()).json()).toEqual({ added: 2, renamed: 1 })
    expect((await apply()).json()).toEqual({ added: 0, renamed: 0 })
    expect((await asAdministrator({ url: '/api/units' })).json().total).toBe(9)
  })

  it('names row and column of every problem and then imports nothing', async () => {
    const rows = [
      ['303', '云溪县水利局', '主管部门', '101'],
      ['303', '云溪县水务局', '主管部门', '101'],
      ['304', '', '企业', ''],
    ]
    const shown = (await preview(rows)).json()
    expect(
      shown.problems.map(({ row, column }: { row: number; column: string }) => `${row} ${column}`),
    ).toEqual(['3 单位编码', '4 单位名称', '4 类别'])
    const payload = { sha256: shown.sha256 }
    const answer = await asAdministrator({ method: 'POST', url: '/api/unit-imports', payload })
    expect(answer.json().detail).toContain('还有 3 处问题，一行也没有导入')
    expect((await asAdministrator({ url: '/api/units' })).json().total).toBe(7)
  })

  it('says what a list must look like when it is none', async () => {
    const { payload, headers } = multipartOf(Buffer.from('单位,名称\n'), '单位.txt')
    const signedIn = await test.signInAs(test.region.actors.systemAdministrator)
    const answer = await test.app.inject({
      method: 'POST',
      url: '/api/unit-import-previews',
      headers: { ...signedIn, ...headers },
      payload,
    })
    expect(answer.json().detail).toContain('第一行要有“单位编码、单位名称、类别、上级单位编码”')
  })
})
