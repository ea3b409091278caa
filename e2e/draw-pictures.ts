import { resolve } from 'node:path'
import { openBrowser } from './browser.js'
import { enterAs } from './people.js'
import { startProgram } from './start-program.js'

/** The pictures of the README, from the demonstration: `npx tsx e2e/draw-pictures.ts` after `npm run build`. */
const folder = resolve(import.meta.dirname, '../docs')
const program = await startProgram({ demo: true })
const browser = await openBrowser()

const clerk = await enterAs('刘明川', browser, program)
await clerk.page
  .getByRole('listitem')
  .filter({ hasText: '部门整体支出' })
  .getByRole('link', { name: /继续填报/ })
  .click()
await clerk.page
  .getByRole('button', { name: /“执行率得分”应为/ })
  .first()
  .click()
await clerk.page.getByRole('button', { name: /^改为/ }).first().waitFor()
await clerk.page.screenshot({ path: resolve(folder, 'filling.png'), animations: 'disabled' })

const bureau = await enterAs('周子衿', browser, program)
await bureau.page.goto(`${program.address}/desk`)
await bureau.page.getByText('先看这些').waitFor()
await bureau.page.getByRole('table').first().waitFor()
await bureau.page.screenshot({ path: resolve(folder, 'desk.png'), animations: 'disabled' })

await browser.close()
await program.stop()
