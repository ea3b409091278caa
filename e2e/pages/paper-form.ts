import type { Locator, Page } from 'playwright-core'

/** Drives the form on screen as a person with a keyboard does. Cells by key: `f1/indicators/r3/actual`. */
export class PaperFormDriver {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  cell(key: string): Locator {
    return this.page.locator(`[data-cell="${key}"]`)
  }

  /** Chooses a cell and types over it; Enter takes the words over. */
  async fill(key: string, words: string): Promise<void> {
    await this.cell(key).click()
    await this.page.keyboard.type(words)
    await this.page.keyboard.press('Enter')
  }

  /** What stands in a cell, without its label. */
  async textOf(key: string): Promise<string> {
    return await this.cell(key)
      .locator('.cell-text')
      .evaluate((element) => element.firstChild?.textContent ?? '')
  }

  /** Key of the cell that has the keyboard; undefined when none has. */
  async chosen(): Promise<string | undefined> {
    const cell = this.page.locator('td:has(textarea:focus)')
    return (await cell.getAttribute('data-cell', { timeout: 2000 })) ?? undefined
  }

  /** Pastes a block as Excel puts it on the clipboard. The context needs the permission `clipboard-write`. */
  async paste(key: string, text: string): Promise<void> {
    await this.cell(key).click()
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
    await this.page.keyboard.press('Control+v')
  }

  /** Ids of the rows of a list in the order on paper, by a column that is never merged. */
  async rowsOf(form: string, list: string, column = 'name'): Promise<readonly string[]> {
    const cells = this.page.locator(`[data-cell^="${form}/${list}/"][data-cell$="/${column}"]`)
    const keys = await cells.evaluateAll((all) => all.map((one) => one.getAttribute('data-cell') ?? ''))
    return keys.map((key) => key.split('/')[2] ?? '')
  }

  /** The last sentence that the page told: what a paste did, why a cell is closed. */
  async notice(): Promise<string> {
    return (await this.page.locator('.cell-notice').textContent()) ?? ''
  }

  /** What is said above the form: score, counts, saved when. */
  async standing(): Promise<string> {
    const lines = await this.page.locator('.filling-standing, .cell-bar').allTextContents()
    return lines.join(' · ')
  }
}
