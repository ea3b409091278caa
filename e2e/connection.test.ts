import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.js'
import { draftOf, savedText } from './drafts.js'
import { PaperFormDriver } from './pages/paper-form.js'
import { ask, enterAs, type Person } from './people.js'
import { keepPicture } from './pictures.js'
import { type RunningProgram, startProgram } from './start-program.js'

const patience = { timeout: 40_000 }
const offline = '未联网，改动已存在本机'
const goal = 'f2/expectedGoal'
const accomplished = 'f2/actualAccomplishment'

let dataFolder = ''
let program: RunningProgram
let browser: Browser
let clerk: Person
let paper: PaperFormDriver
let filingId = ''

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'hengxiao-e2e-kill-'))
  ;[program, browser] = await Promise.all([startProgram({ demo: true, dataFolder }), openBrowser()])
  clerk = await enterAs('刘明川', browser, program)
  filingId = await draftOf(clerk)
  await openForm()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await program?.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

describe('without the network', () => {
  it('what is typed is kept on this machine, and the page says so', async () => {
    await clerk.context.setOffline(true)
    await paper.fill(goal, '断网时写的目标')
    await clerk.page.getByText(offline).waitFor()
    await keepPicture(clerk.page, 'offline')
    expect(await paper.textOf(goal)).toBe('断网时写的目标')
  })

  it('it is still there after the page was closed and opened again, and is sent when the network is back', async () => {
    await clerk.page.close()
    await clerk.context.setOffline(false)
    const page = await clerk.context.newPage()
    clerk = { ...clerk, page }
    const letGo = await holdSaves()
    await openForm()
    expect(await paper.textOf(goal)).toBe('断网时写的目标')
    await clerk.page.getByText(offline).waitFor()
    await letGo()
    await clerk.page.getByRole('button', { name: '现在再试' }).click()
    await expect.poll(() => savedText(clerk, filingId, goal), patience).toBe('断网时写的目标')
    await clerk.page.getByText(/已保存 \d/).waitFor()
  })
})

describe('when the server is killed', () => {
  it('the open page keeps what is typed, sends it after the restart, and nobody signs in again', async () => {
    await paper.fill(goal, '停电前保存的目标')
    await expect.poll(() => savedText(clerk, filingId, goal), patience).toBe('停电前保存的目标')
    await kill()
    await paper.fill(accomplished, '停电时写的完成情况')
    await clerk.page.getByText(offline).waitFor()
    await start()
    await clerk.page.getByRole('button', { name: '现在再试' }).click()
    await expect.poll(() => savedText(clerk, filingId, accomplished), patience).toBe('停电时写的完成情况')
    expect(await savedText(clerk, filingId, goal)).toBe('停电前保存的目标')
    expect(await clerk.page.getByRole('dialog').count()).toBe(0)
  })

  it('in the middle of saves, five times, no acknowledged change is lost and the trail holds', async () => {
    const acknowledged: string[] = []
    for (let round = 0; round < 5; round += 1) {
      const saving = saveUntilGone(round, acknowledged)
      await expect.poll(() => acknowledged.length, patience).toBeGreaterThanOrEqual((round + 1) * 8)
      await kill()
      await saving
      await start()
      const said = await wordsOfTrail()
      for (const words of acknowledged) expect(said).toContain(`改为 ${words}`)
    }
    const { stdout } = await promisify(execFile)(process.execPath, [
      resolve(import.meta.dirname, '../dist/program/main.js'),
      'trail',
      'verify',
      '--data',
      dataFolder,
    ])
    expect(stdout).toContain('没有一条被改动、删去或插入')
  }, 180_000)
})

async function openForm(): Promise<void> {
  await clerk.page.goto(`${program.address}/filings/${filingId}`)
  paper = new PaperFormDriver(clerk.page)
  await paper.cell(goal).waitFor()
}

/** Saves do not get through, while everything else does. @returns lets them through again */
async function holdSaves(): Promise<() => Promise<void>> {
  const saves = '**/content'
  await clerk.page.route(saves, (route) => route.abort())
  return () => clerk.page.unroute(saves)
}

/** As a power cut does. */
async function kill(): Promise<void> {
  const gone = new Promise((done) => program.process.once('exit', done))
  program.process.kill('SIGKILL')
  await gone
}

/** On the same data and at the same address. */
async function start(): Promise<void> {
  const port = Number(new URL(program.address).port)
  program = await startProgram({ demo: true, dataFolder, port })
}

/** Saves one change after the other until nobody answers; writes down those that were acknowledged. */
async function saveUntilGone(round: number, acknowledged: string[]): Promise<void> {
  let { revision, text } = await readState()
  const { csrfToken } = await ask<{ csrfToken: string }>(clerk, '/api/session')
  for (let number = 0; ; number += 1) {
    const words = `第${round}轮第${number}次`
    const answer = await save({ csrfToken, revision, from: text, to: words })
    if (answer === undefined) return
    acknowledged.push(words)
    revision = answer.revision
    text = words
  }
}

async function readState(): Promise<{ revision: string; text: string }> {
  const { revision } = await ask<{ revision: string }>(clerk, `/api/filings/${filingId}`)
  return { revision, text: await savedText(clerk, filingId, accomplished) }
}

type Change = Readonly<{ csrfToken: string; revision: string; from: string; to: string }>

/** @returns undefined when the server is gone */
async function save({ csrfToken, revision, from, to }: Change): Promise<{ revision: string } | undefined> {
  const answer = await clerk.page.request
    .patch(`${program.address}/api/filings/${filingId}/content`, {
      headers: { 'if-match': `"${revision}"`, 'x-csrf-token': csrfToken },
      data: { changeId: crypto.randomUUID(), changes: [{ kind: 'cell', cell: accomplished, from, to }] },
    })
    .catch(() => undefined)
  if (answer === undefined || answer.status() >= 500) return undefined
  if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`)
  return answer.json()
}

async function wordsOfTrail(): Promise<string> {
  const words: string[] = []
  for (let page = 1; ; page += 1) {
    const { items, total } = await ask<{ items: { words: string }[]; total: number }>(
      clerk,
      `/api/filings/${filingId}/events?size=200&page=${page}`,
    )
    words.push(...items.map((item) => item.words))
    if (words.length >= total || items.length === 0) return words.join('\n')
  }
}
