import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { RunningProgram } from './start-program.js'

/** Somebody at a computer of their own, with everything that went wrong on their pages. */
export type Person = Readonly<{ page: Page; context: BrowserContext; faults: string[] }>

/** A person of the demonstration, by name, on the first page. */
export async function enterAs(name: string, browser: Browser, program: RunningProgram): Promise<Person> {
  const person = await sitDown(browser)
  await person.page.goto(`${program.address}/sign-in`)
  await person.page.getByRole('button', { name }).click()
  await person.page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
  return person
}

/** Whoever has this role in the demonstration. */
export async function enterInRole(role: string, browser: Browser, program: RunningProgram): Promise<Person> {
  const answer = await fetch(`${program.address}/api/demo-accounts`)
  const demo = (await answer.json()) as readonly Readonly<{ name: string; roleName: string }>[]
  const one = demo.find(({ roleName }) => roleName === role)
  if (one === undefined) throw new Error(`nobody of the demonstration is ${role}`)
  return enterAs(one.name, browser, program)
}

/** Somebody not signed in yet. */
export async function sitDown(browser: Browser, size = { width: 1280, height: 720 }): Promise<Person> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`)
  })
  return { page, context, faults }
}

/** Complaints of the browser are faults as well: what its console says, what the content policy stopped. A refusal is not. */
export function hearConsole({ page, faults }: Person): void {
  page.on('console', (message) => {
    const isRefusal = message.location().url.includes('/api/')
    if (message.type() === 'error' && !isRefusal) faults.push(message.text())
  })
}

/** What the API answers this person. */
export async function ask<Answer>(person: Person, path: string): Promise<Answer> {
  return JSON.parse(await send(person, path, { method: 'GET' }))
}

type Told = Exclude<Parameters<BrowserContext['request']['fetch']>[1], undefined>

/** Has the API do something, as this person's page would. */
export async function tell<Answer>(person: Person, path: string, told: Told): Promise<Answer | undefined> {
  const { csrfToken } = await ask<{ csrfToken: string | null }>(person, '/api/session')
  const headers = { ...told.headers, ...(csrfToken === null ? {} : { 'x-csrf-token': csrfToken }) }
  const answer = await send(person, path, { method: 'POST', ...told, headers })
  return answer === '' ? undefined : JSON.parse(answer)
}

async function send({ page }: Person, path: string, told: Told): Promise<string> {
  const answer = await page.request.fetch(new URL(path, page.url()).href, told)
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  return answer.text()
}
