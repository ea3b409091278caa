import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../src/testing/node-process.js'
import { commandsOf, promisingPages } from '../src/testing/promises.js'
import { root } from '../src/testing/repository.js'
import { startProgram } from './start-program.js'

const main = join(root, 'dist/program/main.js')

/** What a page leaves for its reader to fill in. */
const fillings = [
  ['<region>/<form>/<edition>', 'hunan/base-data/2023'],
  ['数据文件夹', 'data'],
  ['单位代码', '001'],
  ['账号', 'li'],
  ['姓名', '黎小满'],
] as const

/** Files that pages suppose their reader to have. */
const suppositions = {
  docx: ['report.docx', '自评报告.docx', '自评报告（终稿）.docx', '报送/自评报告.docx'],
  xlsx: ['report.xlsx', '自评表.xlsx'],
  pdf: ['report.pdf', '自评报告.pdf'],
} as const

/** Not run here: `src/guide.test.ts` walks through the first word by word; the second says the same as README.md. */
const elsewhere = ['docs/guide/write-a-pack.md', 'README.zh-CN.md']

let folder = ''
let data = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hengxiao-commands-'))
  data = join(folder, 'data')
  const program = await startProgram({ dataFolder: data, environment: { DATABASE_URL: '' } })
  const token = await eventually(async () => /\/first\/(\S+)/.exec(program.output())?.[1])
  const person = { regionName: '云溪县', login: 'song', name: '宋知行', password: 'Yunxi-2026-abc' }
  const answer = await fetch(`${program.address}/api/first-administrator`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, ...person }),
  })
  expect(answer.status).toBe(200)
  await program.stop()
  writeSamples()
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('commands of hengxiao on the pages', () => {
  it.each(promisingPages.filter((page) => !elsewhere.includes(page)))('run as %s has them', (page) => {
    const reader = readerOf(page)
    const failed = commandsOf(page)
      .flatMap((line) => line.split(/\s+&&\s+/))
      .filter((line) => /^(?:npx hengxiao|node dist)/.test(line))
      .map(fill)
      .flatMap((line) => complaintOf(line, reader))
    expect(failed).toEqual([])
  })

  it('are the same in both READMEs, but for the names of files', () => {
    const inBoth = ['README.md', 'README.zh-CN.md'].map((page) =>
      commandsOf(page).map(fill).map(withoutNames),
    )
    expect(inBoth[0]?.length).toBeGreaterThan(10)
    expect(inBoth[0]).toEqual(inBoth[1])
  })
})

function withoutNames(line: string): string {
  return line.replace(/[^\s>]+(\.(?:docx|xlsx|pdf|html|json|tar\.gz))/g, '*$1')
}

/** A folder of the page's own, with the repository's examples and packs and the files that it supposes. */
function readerOf(page: string): string {
  const place = join(folder, page.replaceAll('/', '-'))
  mkdirSync(join(place, '报送'), { recursive: true })
  mkdirSync(join(place, '备份文件夹'))
  for (const name of ['examples', 'packs', 'dist']) symlinkSync(join(root, name), join(place, name))
  // As it is, owners included: PostgreSQL refuses a folder that is somebody else's.
  spawnSync('cp', ['-a', data, join(place, 'data')])
  cpSync(join(folder, 'sample.json'), join(place, '上年材料.json'))
  for (const [kind, files] of Object.entries(suppositions))
    for (const file of files) cpSync(join(folder, `sample.${kind}`), join(place, file))
  return place
}

function writeSamples(): void {
  run(`npx hengxiao read ${join(root, 'examples/sample-report.docx')} --as filing > sample.json`, folder)
  for (const kind of Object.keys(suppositions))
    run(`npx hengxiao write sample.json --as ${kind} -o sample.${kind}`, folder)
}

function fill(line: string): string {
  return fillings.reduce((text, [gap, given]) => text.replaceAll(gap, given), line)
}

/** A server runs until it is stopped, and other tests start it: here a port that is none ends it once its options are understood. */
function complaintOf(line: string, place: string): readonly string[] {
  const isServer = / serve\b/.test(line)
  const { status, stderr } = run(isServer ? `${line} --port 0` : line, place)
  const isRight = isServer ? stderr.startsWith('端口不能是“0”') : status === 0 || status === 1
  return isRight ? [] : [`${line}: ${status} ${stderr}`]
}

function run(line: string, place: string) {
  const command = line.replace(/^(npx hengxiao|node \S+main\.js)/, `"${process.execPath}" "${main}"`)
  const env = { ...process.env, DATABASE_URL: '' }
  return spawnSync('sh', ['-c', command], { cwd: place, encoding: 'utf8', env })
}
