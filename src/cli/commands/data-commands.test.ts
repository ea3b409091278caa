import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenedStore } from '../../store/connect-store.js'
import { openStore } from '../../store/open-store.js'
import { fillEveryTable } from '../../testing/filled-region.js'
import { buildRegion, type TestRegion } from '../../testing/region.js'
import { root } from '../../testing/repository.js'

const program = join(root, 'dist/program/main.js')
let home: string
let data: string
let store: OpenedStore
let region: TestRegion

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'store-commands-'))
  data = join(home, 'data')
  store = await openStore({ dataFolder: data })
  region = await buildRegion(store)
  await fillEveryTable(store, region)
})
afterAll(async () => {
  await store.close()
  await rm(home, { recursive: true, force: true })
})

type Ended = Readonly<{ status: number; out: string; said: string }>

function hengxiao(...args: string[]): Promise<Ended> {
  const { DATABASE_URL: _, ...env } = process.env
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], { env }, (_error, out, said) =>
      resolve({ status: child.exitCode ?? -1, out, said }),
    )
  })
}

describe('on the data of a running server', () => {
  it('somebody is added, with a link that sets the password and two events', async () => {
    const person = ['--login', 'zhang.min', '--name', '张敏', '--role', '单位填报人', '--unit', '201001']
    const added = await hengxiao('user', 'add', ...person, '--data', data)
    expect(added).toMatchObject({ status: 0, said: '' })
    expect(added.out).toMatch(/云溪县社会福利院　单位填报人[\s\S]*\/password\/[\w-]{43}\n/)
    const again = await hengxiao('user', 'add', ...person, '--data', data)
    expect(again).toMatchObject({
      status: 2,
      out: '',
      said: '账号“zhang.min”已经有人用了。请换一个账号名。\n',
    })
  })

  it.each([
    [['--unit', '没有这个单位'], '没有找到单位“没有这个单位”'],
    [['--region', '999999'], '没有找到这个地区（999999）'],
    [['--role', '填表人'], '选项 --role 不能是“填表人”'],
    [['--role', '财政绩效股'], '财政绩效股'],
  ])('%j is refused', async (change, sentence) => {
    const usual = ['--login', 'li.na', '--name', '李娜', '--role', 'preparer', '--unit', '201001']
    const refused = await hengxiao('user', 'add', ...usual, ...change, '--data', data)
    expect(refused).toMatchObject({ status: 2, out: '' })
    expect(refused.said).toContain(sentence)
  })

  it('the trail is verified, and a change in it named', async () => {
    const whole = await hengxiao('trail', 'verify', '--data', data)
    expect(whole).toMatchObject({ status: 0, said: '' })
    expect(whole.out).toMatch(/云溪县（330001）：\d+ 条留痕一环扣一环/)
    const tamper = async (name: string, where: string) =>
      store.asSystem('upkeep', async (trx) => {
        await sql`alter table event disable trigger user`.execute(trx)
        await sql.raw(`update event set account_name = ${name} where ${where}`).execute(trx)
        await sql`alter table event enable trigger user`.execute(trx)
      })
    await tamper("account_name || '！'", 'sequence = 3')
    const broken = await hengxiao('trail', 'verify', '--data', data)
    expect(broken).toMatchObject({ status: 1 })
    expect(broken.out).toContain('第 3 条起对不上（内容被改过）')
    await tamper("rtrim(account_name, '！')", 'sequence = 3')
  })

  it('a backup is made that names what it could not take, and comes back elsewhere, but never over something', async () => {
    const file = join(home, 'backup.tar.gz')
    const made = await hengxiao('backup', '--data', data, '-o', file)
    expect(made).toMatchObject({ status: 1, said: '' })
    expect(made.out).toMatch(
      /已备份到 .*backup\.tar\.gz：\d+ 行记录、0 个文件、\d+ 条留痕。\n(文件 [0-9a-f]{64} 缺失.*\n){4}$/,
    )
    const fresh = join(home, 'fresh')
    const restored = await hengxiao('restore', file, '--data', fresh)
    expect(restored).toMatchObject({ status: 0, said: '' })
    expect(restored.out).toContain('逐表核对行数和内容一致')
    expect(await hengxiao('restore', file, '--data', fresh)).toMatchObject({
      status: 2,
      said: expect.stringContaining('不会覆盖'),
    })
    expect(await hengxiao('trail', 'verify', '--data', fresh)).toMatchObject({ status: 0 })
    expect(await hengxiao('migrate', '--data', fresh)).toMatchObject({
      status: 0,
      out: expect.stringContaining('不用升级'),
    })
  })

  it('what needs the folder for itself is refused', async () => {
    expect(await hengxiao('migrate', '--data', data)).toMatchObject({
      status: 2,
      said: expect.stringContaining('正被另一个衡效程序使用'),
    })
  })
})

describe('on a mistyped folder', () => {
  it.each([['backup', '-o', join(tmpdir(), 'never.tar.gz')], ['trail', 'verify'], ['migrate']])(
    '%s %s %s makes nothing',
    async (...args) => {
      const folder = join(home, 'mistyped')
      const refused = await hengxiao(...args, '--data', folder)
      expect(refused).toMatchObject({
        status: 2,
        out: '',
        said: expect.stringContaining('里没有衡效的数据库'),
      })
      expect(await readdir(home)).not.toContain('mistyped')
    },
  )

  it('restore of a file that is not there makes nothing either', async () => {
    const refused = await hengxiao('restore', join(home, 'absent.tar.gz'), '--data', join(home, 'mistyped'))
    expect(refused).toMatchObject({ status: 2, out: '', said: expect.stringContaining('读不了') })
    expect(await readdir(home)).not.toContain('mistyped')
  })
})
