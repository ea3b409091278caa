import type { Node as ProseNode } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { Extension } from '@tiptap/react'
import { paragraphCell } from '../../core/editing/cell-key.js'
import type { CellFinding } from '../../core/editing/checked-content.js'
import { paragraphOf, positionAt } from './report-document.js'
import { sentenceAround } from './sentence-around.js'

/** What is underlined: findings of the report, and paragraphs that were sent back. */
export type Marked = Readonly<{ findings: readonly CellFinding[]; flagged: ReadonlySet<string> }>

export const underlines = new PluginKey<DecorationSet>('underlines')

/** Underlines sentences with findings; told anew by a transaction with `Marked` under the key. */
export const Underlines = Extension.create({
  name: 'underlines',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key: underlines,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, before) => {
            const marked: Marked | undefined = transaction.getMeta(underlines)
            return marked === undefined
              ? before.map(transaction.mapping, transaction.doc)
              : DecorationSet.create(transaction.doc, decorationsOf(transaction.doc, marked))
          },
        },
        props: { decorations: (state) => underlines.getState(state) },
      }),
    ]
  },
})

function decorationsOf(document: ProseNode, { findings, flagged }: Marked): Decoration[] {
  const decorations: Decoration[] = []
  document.forEach((node, start) => {
    const { id, runs } = paragraphOf(node)
    const text = runs.map((run) => run.text).join('')
    if (flagged.has(id))
      decorations.push(Decoration.node(start, start + node.nodeSize, { class: 'flagged-paragraph' }))
    for (const finding of findings.filter(({ cells }) => cells.includes(paragraphCell(id)))) {
      const { from, to } = sentenceAround(text, quotesOf(finding, text))
      decorations.push(
        Decoration.inline(positionAt(node, start, from), positionAt(node, start, to), {
          class: `underlined underlined-${finding.severity}`,
          title: finding.message,
        }),
      )
    }
  })
  return decorations
}

function quotesOf({ places }: CellFinding, text: string): string | undefined {
  return places.find(
    ({ part, quote }) => part.startsWith('paragraph') && quote !== '' && text.includes(quote),
  )?.quote
}
