import type { Pack } from '../../core/pack/pack.js'
import type { PrintedForm } from '../../core/paper/printed.js'
import type { PrintedSection } from '../../core/paper/sections.js'

/** What Excel allows. */
const longestName = 31
const forbidden = /[[\]:*?/\\'\u0000-\u001f]/g

/** Names of the sheets of a workbook: 报告 for prose, the form's short title for a form; each once. */
export class SheetNames {
  readonly #used = new Set<string>()
  readonly #packs: readonly Pack[]

  constructor(packs: readonly Pack[]) {
    this.#packs = packs
  }

  nameOf({ kind, blocks }: PrintedSection): string {
    const form = kind === 'form' ? blocks.find((block) => block.kind === 'form') : undefined
    return this.#unique(form === undefined ? '报告' : this.#titleOf(form))
  }

  #titleOf({ form, title }: PrintedForm): string {
    const pack = this.#packs.find(({ id }) => id === form.pack)
    const short = pack?.title ?? title.split('\n').at(-1) ?? ''
    return short.replace(forbidden, '').trim() || '表'
  }

  #unique(name: string): string {
    for (let number = 1; ; number++) {
      const mark = number === 1 ? '' : `（${number}）`
      const candidate = `${name.slice(0, longestName - mark.length)}${mark}`
      if (this.#used.has(candidate)) continue
      this.#used.add(candidate)
      return candidate
    }
  }
}
