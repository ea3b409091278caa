import { setImmediate } from 'node:timers/promises'
import { DomainError } from '../../core/errors/errors.js'
import type { PrintedFiling } from '../../core/paper/printed.js'
import { compilePdf, MissingCharacters } from './write-compiler.js'
import { dataOf } from './write-data.js'

/**
 * A filing as PDF/A-2b, tagged, with open fonts inside. Same filing, same bytes: the document's date is the last
 * day of the budget year.
 *
 * @throws DomainError PDF_CHARACTER_MISSING: a sign is in none of the fonts
 */
export async function writePdf(printed: PrintedFiling): Promise<Uint8Array> {
  await freeMemory()
  try {
    return compilePdf(JSON.stringify(dataOf(printed)))
  } catch (error) {
    if (error instanceof MissingCharacters) throw explain(error, printed)
    throw error
  }
}

/** Memory of earlier documents outside JavaScript's heap is given back only between two turns of the event loop. */
function freeMemory(): Promise<void> {
  return setImmediate()
}

/** Characters shown around a missing one, on each side. */
const shownAround = 8

function explain({ characters }: MissingCharacters, printed: PrintedFiling): DomainError {
  const [first = ''] = characters
  const text = textsOf(printed).find((one) => one.includes(first)) ?? first
  const at = text.indexOf(first)
  const where = text.slice(Math.max(at - shownAround, 0), at + first.length + shownAround).trim()
  return new DomainError('PDF_CHARACTER_MISSING', { where, characters: characters.map(nameOf).join('、') })
}

function textsOf({ blocks }: PrintedFiling): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.runs.map(({ text }) => text).join('')]
    const around = block.kind === 'form' ? [block.title, block.subtitle ?? '', block.signature ?? ''] : []
    return [...around, ...block.cells.map(({ text }) => text)]
  })
}

/** The sign and its number: a sign that has no picture here may have none on the user's screen. */
function nameOf(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `${character}（U+${number}）`
}
