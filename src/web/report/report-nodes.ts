import { Node } from '@tiptap/react'

const tags = {
  title: 'h2',
  heading1: 'h3',
  heading2: 'h4',
  heading3: 'h5',
  body: 'p',
  closing: 'p',
  attachment: 'p',
} as const

export type Style = keyof typeof tags

/** Whether a word names a style of paragraphs. */
export function isStyle(word: unknown): word is Style {
  return typeof word === 'string' && Object.hasOwn(tags, word)
}

/** The report: paragraphs and nothing else. */
export const ReportDocument = Node.create({ name: 'doc', topNode: true, content: 'paragraph+' })

/** Words between the figures. */
export const Words = Node.create({ name: 'text', group: 'inline' })

/** A paragraph with its style; `id` names it in changes, flags and findings. */
export const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  addAttributes() {
    return {
      id: { default: null, keepOnSplit: false, parseHTML: () => null, rendered: false },
      style: { default: 'body', parseHTML: styleOf, rendered: false },
    }
  },
  parseHTML() {
    return [{ tag: 'p' }, ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'div'].map((tag) => ({ tag }))]
  },
  renderHTML({ node }) {
    const style = isStyle(node.attrs.style) ? node.attrs.style : 'body'
    return [tags[style], { class: `style-${style}`, 'data-style': style, 'data-paragraph': node.attrs.id }, 0]
  },
})

/** A figure: one piece, its words come from the cell `field` and nobody types in it. */
export const Figure = Node.create({
  name: 'figure',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes() {
    return {
      field: { default: '', parseHTML: (element) => element.getAttribute('data-field') ?? '' },
      text: { default: '', parseHTML: (element) => element.textContent ?? '' },
    }
  },
  parseHTML() {
    return [{ tag: 'span[data-field]' }]
  },
  renderHTML({ node }) {
    return ['span', { class: 'figure', 'data-field': node.attrs.field }, String(node.attrs.text)]
  },
  renderText({ node }) {
    return String(node.attrs.text)
  },
})

function styleOf(element: HTMLElement): Style {
  const style = element.getAttribute('data-style')
  return isStyle(style) ? style : 'body'
}
