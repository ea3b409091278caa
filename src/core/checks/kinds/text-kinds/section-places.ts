import { type Place, placeInParagraph } from '../../../document/document.js'
import type { Section } from '../../../filing/narrative.js'

/** Where the title of a section stands. */
export function titlePlace({ heading, title }: Section): Place {
  return placeInParagraph(heading, heading.text.includes(title) ? title : heading.text)
}

/** Where the first words below the heading stand; none when there are none. */
export function contentPlaces({ paragraphs, heading }: Section): readonly Place[] {
  const [first] = paragraphs.filter((paragraph) => paragraph !== heading)
  return first === undefined ? [] : [placeInParagraph(first, first.text.slice(0, 30))]
}
