import { numberText } from './number-text.js'
import { type AbstractList, integer, type Level, type List, type Numbering } from './numbering.js'
import type { ParagraphStyle } from './styles.js'

/** What a paragraph says about its own numbering. */
export type ParagraphNumbering = Readonly<{
  list?: string | undefined
  level?: string | undefined
  style?: string | undefined
}>

type Target = Readonly<{ listId: string; list: List; abstract: AbstractList; level: number }>

/** Counts the automatic numbers of a document, paragraph after paragraph, as Word does. */
export class ListCounter {
  readonly #numbering: Numbering
  readonly #styles: ReadonlyMap<string, ParagraphStyle>
  /** Lists that share an abstract list go on counting together, hence by abstract id. */
  readonly #counts = new Map<string, number[]>()
  readonly #begun = new Set<string>()

  constructor(numbering: Numbering, styles: ReadonlyMap<string, ParagraphStyle>) {
    this.#numbering = numbering
    this.#styles = styles
  }

  /** The printed number with what separates it from the text, or nothing. */
  next(paragraph: ParagraphNumbering): string {
    const target = this.#target(paragraph)
    if (target === undefined) return ''
    const counts = this.#advance(target)
    const level = levelOf(target, target.level)
    const number = level ? printed(target, level, counts) : ''
    return number === '' || level?.suffix === 'nothing' ? number : `${number} `
  }

  #target(paragraph: ParagraphNumbering): Target | undefined {
    const inherited = this.#fromStyle(paragraph.style)
    const listId = paragraph.list ?? inherited.list
    const list = this.#numbering.lists.get(listId ?? '')
    const abstract = list && this.#abstractOf(list)
    if (listId === undefined || list === undefined || abstract === undefined) return undefined
    const linked = [...abstract.levels].find(([, level]) => level.style === paragraph.style)?.[0]
    const byStyle = paragraph.style === undefined ? undefined : linked
    const level = paragraph.level ?? inherited.level
    return { listId, list, abstract, level: Math.min(integer(level, byStyle ?? 0), 8) }
  }

  #fromStyle(id: string | undefined): ParagraphStyle {
    const seen = new Set<string>()
    for (let at = id; at !== undefined && !seen.has(at); at = this.#styles.get(at)?.basedOn) {
      seen.add(at)
      const style = this.#styles.get(at)
      if (style?.list !== undefined) return style
    }
    return {}
  }

  #abstractOf(list: List): AbstractList | undefined {
    const abstract = this.#numbering.abstracts.get(list.abstract)
    if (abstract?.styleLink === undefined) return abstract
    const linked = this.#numbering.lists.get(this.#fromStyle(abstract.styleLink).list ?? '')
    return (linked && this.#numbering.abstracts.get(linked.abstract)) ?? abstract
  }

  #advance(target: Target): number[] {
    const counts = this.#counts.get(target.list.abstract) ?? []
    this.#counts.set(target.list.abstract, counts)
    const { level, list, listId } = target
    const restarted = list.starts.has(level) && !this.#begun.has(`${listId} ${level}`)
    this.#begun.add(`${listId} ${level}`)
    for (let upper = 0; upper < level; upper++) counts[upper] ??= startOf(target, upper)
    const current = counts[level]
    counts[level] = current === undefined || restarted ? startOf(target, level) : current + 1
    for (let deeper = level + 1; deeper < counts.length; deeper++) {
      if (restartsAfter(levelOf(target, deeper), deeper, level)) delete counts[deeper]
    }
    return counts
  }
}

function restartsAfter(level: Level | undefined, deeper: number, changed: number): boolean {
  const restart = level?.restart
  if (restart === undefined) return true
  return restart !== 0 && changed < Math.min(restart, deeper)
}

function levelOf({ list, abstract }: Target, index: number): Level | undefined {
  return list.levels.get(index) ?? abstract.levels.get(index)
}

function startOf(target: Target, index: number): number {
  return target.list.starts.get(index) ?? levelOf(target, index)?.start ?? 1
}

/** Bullets are layout, not text: they print nothing. */
function printed(target: Target, level: Level, counts: readonly number[]): string {
  if (level.format === 'bullet') return ''
  return level.text.replace(/%([1-9])/g, (_gap, digit: string) => {
    const index = Number(digit) - 1
    const format = level.legal ? 'decimal' : (levelOf(target, index)?.format ?? 'decimal')
    return numberText(counts[index] ?? startOf(target, index), format)
  })
}
