import type { Severity } from '../../../core/law/check.js'
import { escapeXml } from '../../xml/escape-xml.js'
import type { Author } from '../author.js'
import type { Names } from './place-comments.js'

/** One comment: a bold first line, then further lines; plain text. */
export type Comment = Readonly<{ title: string; lines: readonly string[]; severity?: Severity }>

/** Red, ochre, blue: the colours of severities on white. */
const colours = { error: 'C00000', warning: '9C5700', info: '1F4E79' } as const satisfies Record<
  Severity,
  string
>

/** A comment as Word writes it. Letters are small and lines close, whatever the document's own style is. */
export function renderComment(
  id: number,
  { title, lines, severity }: Comment,
  { author, names }: Readonly<{ author: Author; names: Names }>,
): string {
  const { element: e, attribute: a, declaration } = names
  const colour = severity === undefined ? '' : `<${e}color ${a}val="${colours[severity]}"/>`
  const head = `<${e}comment${declaration} ${a}id="${id}" ${a}author="${escapeXml(author.name)}" ${a}date="${escapeXml(author.date)}" ${a}initials="${escapeXml(author.name)}">`
  const first = `<${e}r><${e}annotationRef/></${e}r>${run(title, `<${e}b/>${colour}`, names)}`
  const rest = lines.map((line) => paragraph(run(line, '', names), names))
  return `${head}${paragraph(first, names)}${rest.join('')}</${e}comment>`
}

function paragraph(content: string, { element: e, attribute: a }: Names): string {
  const spacing = `<${e}spacing ${a}before="0" ${a}after="0" ${a}line="240" ${a}lineRule="auto"/>`
  const indent = `<${e}ind ${a}firstLineChars="0" ${a}firstLine="0"/>`
  return `<${e}p><${e}pPr>${spacing}${indent}</${e}pPr>${content}</${e}p>`
}

function run(text: string, properties: string, { element: e, attribute: a }: Names): string {
  const size = `<${e}sz ${a}val="18"/><${e}szCs ${a}val="18"/>`
  const fonts = `<${e}rFonts ${a}ascii="Times New Roman" ${a}hAnsi="Times New Roman" ${a}eastAsia="宋体"/>`
  return `<${e}r><${e}rPr>${fonts}${properties}${size}</${e}rPr><${e}t xml:space="preserve">${escapeXml(text)}</${e}t></${e}r>`
}
