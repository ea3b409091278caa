import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FilingContent } from '../src/core/editing/content.js'
import { openBrowser } from './browser.js'
import { examiner, lookOver } from './look-over.js'
import { ask, enterInRole, hearConsole, type Person, sitDown } from './people.js'
import { docxOf } from './spoilt-docx.js'
import { type RunningProgram, startProgram } from './start-program.js'

type Listed = Readonly<{ items: readonly Readonly<{ filingId: string; state: string }>[] }>

const handedIn = ['submitted', 'acceptedByDepartment', 'acceptedByBureau', 'returned', 'published']

let program: RunningProgram
let browser: Browser

beforeAll(async () => {
  ;[program, browser] = await Promise.all([startProgram({ demo: true }), openBrowser()])
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await program?.stop()
})

describe('every page, on a desk and on a phone', () => {
  it.each([
    ['sign-in', '/sign-in'],
    ['first-administrator', '/first/0'],
    ['password-link-spent', `/password/${'0'.repeat(43)}`],
    ['lost', '/nowhere'],
  ])('%s can be used by everybody', async (name, path) => {
    const person = await watched(await sitDown(browser))
    await person.page.goto(`${program.address}${path}`)
    await expectNothingWrong(person, name)
  })

  it('of a clerk', async () => {
    const person = await enter('单位填报人')
    const draft = await findFiling(person, 'draft')
    const submitted = await findFiling(person, ...handedIn)
    await visit(person, [
      ['clerk-tasks', '/'],
      ['clerk-filling', `/filings/${draft}`],
      ['clerk-report', `/filings/${draft}/report`],
      ['clerk-submit', `/filings/${draft}/submit`],
      ['clerk-file', `/filings/${draft}/file`],
      ['clerk-receipt', `/filings/${submitted}/receipt`],
      ['clerk-read-only', `/filings/${submitted}`],
      ['account', '/account'],
    ])
  })

  it('of a clerk with a file', async () => {
    const person = await enter('单位填报人')
    const draft = await findFiling(person, 'draft')
    const { content } = await ask<{ content: FilingContent }>(person, `/api/filings/${draft}`)
    await person.page.goto(`${program.address}/filings/${draft}/file`)
    await person.page.setInputFiles('input[type=file]', {
      name: '自评表.docx',
      mimeType: 'application/octet-stream',
      buffer: await docxOf(content, {}),
    })
    await person.page.getByText(/识别 \d+ 个数据/).waitFor()
    await expectNothingWrong(person, 'clerk-file-read')
  })

  it.each([
    ['单位负责人', 'head'],
    ['主管部门审核人', 'department'],
    ['财政业务股室', 'finance'],
    ['财政绩效股', 'performance'],
    ['公开责任人', 'publisher'],
  ])('of %s', async (role, name) => {
    const person = await enter(role)
    const filing = await findFiling(person, ...handedIn)
    await visit(person, [
      [`${name}-tasks`, '/'],
      [`${name}-filing`, `/filings/${filing}`],
      ...(name === 'head'
        ? []
        : ([
            [`${name}-desk`, '/desk'],
            [`${name}-review`, `/review/${filing}`],
          ] as const)),
      ...(name === 'performance' ? ([['performance-packs', '/administration/packs']] as const) : []),
    ])
  })

  it.each([
    ['系统管理员', 'system', ['units', 'accounts', 'policy', 'backups', 'health']],
    ['安全管理员', 'security', ['units', 'accounts', 'policy']],
    ['日志审计员', 'trail', ['trail']],
  ])('of %s', async (role, name, pages) => {
    const person = await enter(role)
    await visit(
      person,
      pages.map((page) => [`${name}-${page}`, `/administration/${page}`] as const),
    )
  })
})

async function enter(role: string): Promise<Person> {
  return watched(await enterInRole(role, browser, program))
}

async function watched(person: Person): Promise<Person> {
  await person.context.addInitScript(examiner)
  hearConsole(person)
  return person
}

async function visit(person: Person, pages: readonly (readonly [string, string])[]): Promise<void> {
  for (const [name, path] of pages) {
    await person.page.goto(`${program.address}${path}`)
    await expectNothingWrong(person, name)
  }
  await person.context.close()
}

async function expectNothingWrong(person: Person, name: string): Promise<void> {
  await person.page.locator('h1').first().waitFor()
  const wrong = await lookOver(person.page, name)
  expect.soft([...wrong, ...person.faults.splice(0).map((fault) => `${name}: ${fault}`)]).toEqual([])
}

async function findFiling(person: Person, ...states: readonly string[]): Promise<string> {
  for (const state of states) {
    const { items } = await ask<Listed>(person, `/api/filings?state=${state}`)
    const [first] = items
    if (first !== undefined) return first.filingId
  }
  throw new Error(`no filing is ${states.join(' or ')}`)
}
