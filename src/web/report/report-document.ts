import type { Node as ProseNode, Schema } from '@tiptap/pm/model'
import type { ReportParagraph } from '../../core/editing/content.js'
import { isStyle } from './report-nodes.js'

type Run = ReportParagraph['runs'][number]

/** A paragraph of the content as a node of the editor. */
export function nodeOf(schema: Schema, { id, style, runs }: ReportParagraph): ProseNode {
  const inline = runs.flatMap(({ text, field }) => {
    if (field !== undefined) return [schema.nodes.figure?.create({ field, text })]
    return text === '' ? [] : [schema.text(text)]
  })
  return schema.node(
    'paragraph',
    { id, style },
    inline.filter((node) => node !== undefined),
  )
}

/** A paragraph of the editor as the content has it. */
export function paragraphOf(node: ProseNode): ReportParagraph {
  const { id, style } = node.attrs
  return {
    id: typeof id === 'string' ? id : '',
    style: isStyle(style) ? style : 'body',
    runs: node.children.map(runOf),
  }
}

/** The whole report of the editor; a single empty paragraph is no report. */
export function reportOf(document: ProseNode): readonly ReportParagraph[] {
  const report = document.children.map(paragraphOf)
  return report.length === 1 && report[0]?.runs.length === 0 ? [] : report
}

/** Position of the n-th character of a paragraph in the document; a figure is one step and many characters. */
export function positionAt(node: ProseNode, start: number, offset: number): number {
  let seen = 0
  let position = start + 1
  for (const child of node.children) {
    const { text } = runOf(child)
    if (offset <= seen + text.length && child.isText) return position + (offset - seen)
    if (offset < seen + text.length) return position
    seen += text.length
    position += child.nodeSize
  }
  return position
}

function runOf(node: ProseNode): Run {
  if (node.isText) return { text: node.text ?? '', field: undefined }
  return { text: String(node.attrs.text), field: String(node.attrs.field) }
}
