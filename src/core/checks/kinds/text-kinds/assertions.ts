import { type Place, placeInParagraph } from '../../../document/document.js'
import type { Filing } from '../../../filing/filing.js'
import type { CheckDefinition } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { anyOf, holdsAny } from './word-pattern.js'

/** A sentence or a cell that asserts something with one of the words of a dictionary. */
export type Assertion = Readonly<{ word: string; text: string; place: Place }>

/**
 * Where the prose and the 实际完成情况 cells use one of the definition's `words`. Sentences of intention
 * (`intentionWords`, or in a section named by `intentionTitles`) assert nothing; nor does a denied word.
 */
export function assertionsIn(filing: Filing, definition: CheckDefinition): readonly Assertion[] {
  const pattern = anyOf(wordsOf(definition, 'words'))
  const intention = wordsOf(definition, 'intentionWords')
  const planned = plannedParagraphs(filing, anyOf(wordsOf(definition, 'intentionTitles')))
  const sentences = filing.narrative.sentences
    .filter(({ text }) => pattern.test(text))
    .filter(({ text, paragraph }) => !holdsAny(text, intention) && !planned.has(paragraph.index))
    .flatMap(({ text, paragraph }) => found(pattern, text, (word) => placeInParagraph(paragraph, word)))
  return [...sentences, ...accomplishments(filing, pattern)]
}

/** What the 实际完成情况 cells assert. */
export function accomplishments({ forms }: Filing, pattern: RegExp): readonly Assertion[] {
  return forms.flatMap(({ fields }) => {
    const cell = fields.actualAccomplishment
    return cell === undefined ? [] : found(pattern, cell.text, (word) => ({ ...cell.place, quote: word }))
  })
}

/** Paragraphs whose innermost section has such a title. */
function plannedParagraphs(filing: Filing, titles: RegExp): ReadonlySet<number> {
  const innermost = new Map<number, string>()
  for (const { title, paragraphs } of filing.narrative.sections) {
    for (const { index } of paragraphs) innermost.set(index, title)
  }
  return new Set([...innermost].flatMap(([index, title]) => (titles.test(title) ? [index] : [])))
}

function found(pattern: RegExp, text: string, at: (word: string) => Place): Assertion[] {
  const match = pattern.exec(text)
  if (match === null || /[未不没无]$/.test(text.slice(0, match.index))) return []
  return [{ word: match[0], text, place: at(match[0]) }]
}
