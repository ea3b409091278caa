import { DomUtils, parseDocument } from 'htmlparser2'

/** One element of a page as a browser sees it. */
export type PageElement = ReturnType<typeof DomUtils.getElementsByTagName>[number]

/** The elements of a page in order; `inside` an element when given. */
export function elementsOf(
  html: string | PageElement,
  matches: (element: PageElement) => boolean,
): PageElement[] {
  const nodes = typeof html === 'string' ? parseDocument(html).childNodes : html.childNodes
  return DomUtils.findAll(matches, nodes)
}

/** The elements with a tag and, when given, a class. */
export function elementsNamed(html: string | PageElement, tag: string, name?: string): PageElement[] {
  return elementsOf(
    html,
    (element) => element.name === tag && (name === undefined || hasClass(element, name)),
  )
}

/** Whether an element bears a class. */
export function hasClass({ attribs }: PageElement, name: string): boolean {
  return (attribs.class ?? '').split(' ').includes(name)
}

/** What an element says. */
export function textOf(element: PageElement): string {
  return DomUtils.textContent(element)
}

/** What an element says without what the elements with a tag in it say. */
export function textWithout(element: PageElement, tag: string): string {
  const copy = element.cloneNode(true)
  for (const one of elementsNamed(copy, tag)) DomUtils.removeElement(one)
  return textOf(copy)
}

/** Tags and attributes that our pages are made of. */
const ownTags =
  'html head meta title style body main section h1 h2 h3 h4 p span b strong small br a q ol ul li dl dt dd div table caption thead tbody tfoot tr th td figure figcaption blockquote mark sup details summary footer svg rect'
const ownAttributes =
  'lang charset name content http-equiv id class href value scope colspan rowspan tabindex role aria-label aria-hidden open viewbox preserveaspectratio x y width height'

/** Everything on a page that is not ours: foreign tags and attributes, links out, addresses. */
export function foreignParts(html: string): string[] {
  const tags = new Set(ownTags.split(' '))
  const attributes = new Set(ownAttributes.split(' '))
  return elementsOf(html, () => true).flatMap((element) => [
    ...(tags.has(element.name) ? [] : [`<${element.name}>`]),
    ...Object.entries(element.attribs).flatMap(([name, value]) => {
      if (!attributes.has(name.toLowerCase())) return [`${element.name} ${name}`]
      return name === 'href' && !value.startsWith('#') ? [`href ${value}`] : []
    }),
  ])
}

/** The levels of a page's headings, in order. */
export function headingLevels(html: string): number[] {
  return elementsOf(html, ({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name.slice(1)))
}

/** Ids that links lead to and that are not there, and ids given twice. */
export function brokenLinks(html: string): string[] {
  const ids = elementsOf(html, ({ attribs }) => attribs.id !== undefined).map(
    ({ attribs }) => attribs.id ?? '',
  )
  const targets = elementsNamed(html, 'a').map(({ attribs }) => (attribs.href ?? '').slice(1))
  return [
    ...targets.filter((target) => !ids.includes(target)),
    ...ids.filter((id, index) => ids.indexOf(id) !== index),
  ]
}
