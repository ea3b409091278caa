import type { Paragraph } from '../document/document.js'
import type { Claim } from '../filing/claim.js'
import type { Section } from '../filing/narrative.js'
import type { Statement } from './statement.js'

type PartsClaim = Extract<Claim, { kind: 'parts' }>

/**
 * The list of all projects under a heading 项目支出情况 adds up to the project expenditure stated before it.
 * Only when every paragraph below the heading is such an item.
 */
export function findProjectLists(
  sections: readonly Section[],
  statements: ReadonlyMap<number, readonly Statement[]>,
  paragraphs: readonly Paragraph[],
): readonly PartsClaim[] {
  return sections.flatMap((section) => {
    if (!/^(?:\S{0,12})项目支出(?:情况)?$/.test(section.title) || /重点|主要/.test(section.title)) return []
    const own = section.paragraphs.filter(({ text }) => text.trim() !== '')
    const items = own.map(({ index }) => itemOf(statements.get(index) ?? []))
    if (items.length < 2 || items.some((item) => item === undefined)) return []
    const parts = items.filter((item) => item !== undefined)
    const whole = wholeBefore(section.heading, statements, paragraphs)
    const first = parts[0]
    if (whole === undefined || first === undefined) return []
    if (parts.some(({ fact }) => fact.stage !== whole.fact.stage || fact.year !== whole.fact.year)) return []
    return [
      {
        kind: 'parts',
        whole: whole.fact,
        parts: parts.map(({ fact }) => fact),
        exhaustive: true,
        place: whole.fact.place,
      },
    ]
  })
}

function itemOf(statements: readonly Statement[]): Statement | undefined {
  const [first, ...more] = statements
  if (first === undefined || more.some(({ role, unit }) => role.kind === 'head' && unit === first.unit))
    return undefined
  return first.fact.quantity === 'projectExpenditure' && first.fact.subject !== undefined ? first : undefined
}

function wholeBefore(
  heading: Paragraph,
  statements: ReadonlyMap<number, readonly Statement[]>,
  paragraphs: readonly Paragraph[],
): Statement | undefined {
  const before = paragraphs.filter(({ index }) => index < heading.index)
  return before
    .flatMap(({ index }) => statements.get(index) ?? [])
    .findLast(
      ({ fact, role }) =>
        role.kind === 'head' && fact.quantity === 'projectExpenditure' && fact.subject === undefined,
    )
}
