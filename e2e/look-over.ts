import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { keepPicture } from './pictures.js'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
const sizes = {
  desktop: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
} as const

/** What must be loaded into every page of a context before `lookOver` can examine it. */
export const examiner = { path: axe }

/**
 * Opens nothing: looks at the page that is open, on a desk and on a phone, keeps a picture of each, and tells what is
 * wrong with it in sentences: what hinders people with a screen reader, what is wider than a phone.
 */
export async function lookOver(page: Page, name: string): Promise<string[]> {
  const wrong: string[] = []
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    await settle(page)
    await keepPicture(page, `${name}-${size}`)
    const hindrances = await hindrancesOf(page)
    wrong.push(...hindrances.map((one) => `${name} (${size}): ${one}`))
    const wider = await page.evaluate(
      `document.documentElement.scrollWidth - document.documentElement.clientWidth`,
    )
    if (Number(wider) > 0) wrong.push(`${name} (${size}): the page is ${wider} px too wide`)
  }
  await page.setViewportSize(sizes.desktop)
  return wrong
}

/** Until nothing is being fetched or drawn any more. */
async function settle(page: Page): Promise<void> {
  await page.locator('#page > *').first().waitFor()
  const waiting = page.locator('.loading, button[aria-busy=true]')
  await expect.poll(() => waiting.count(), { timeout: 15_000 }).toBe(0)
  await page.evaluate(`document.fonts.ready.then(() => undefined)`)
}

type Found = Readonly<{
  id: string
  impact: string
  help: string
  nodes: readonly Readonly<{ html: string; failureSummary: string }>[]
}>

/** Serious and critical ones of WCAG 2.1 A and AA. */
async function hindrancesOf(page: Page): Promise<string[]> {
  const found: readonly Found[] = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, impact, help, nodes }) => ({
        id, impact, help, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
      })))`,
  )
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => {
      const [first] = nodes
      return `${id}: ${help}; ${nodes.length} places, first ${first?.html} ${first?.failureSummary}`
    })
}
