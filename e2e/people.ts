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

/** Somebody not signed in yet. */
export async function sitDown(browser: Browser, size = { width: 1280, height: 720 }): Promise<Person> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`)
  })
  return { page, context, faults }
}

/** What the API answers this person. */
export async function ask<Answer>({ page }: Person, path: string): Promise<Answer> {
  const answer = await page.request.get(new URL(path, page.url()).href)
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  return answer.json()
}
