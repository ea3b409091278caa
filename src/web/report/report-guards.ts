import type { Node as ProseNode, Slice } from '@tiptap/pm/model'
import { Fragment, Slice as PastedSlice } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import { Extension } from '@tiptap/react'
import { newId } from '../new-id.js'

/** Mark of transactions that come from the content, not from the keyboard. */
export const fromContent = 'fromContent'

/**
 * Keeps figures from being written by hand: they may be deleted, moved and copied, but every figure in the text is
 * one that the report had. Paragraphs that are not open stay as they are. Every paragraph gets an id of its own.
 *
 * `open`: ids of paragraphs that may change; null when all may.
 */
export function guards(open: ReadonlySet<string> | null) {
  const known = new Set<string>()
  return Extension.create({
    name: 'guards',
    addProseMirrorPlugins() {
      return [
        new Plugin({
          filterTransaction: (transaction, state) => {
            for (const figure of figuresIn(state.doc)) known.add(figure)
            if (!transaction.docChanged || transaction.getMeta(fromContent) === true) return true
            const own = figuresIn(transaction.doc).every((figure) => known.has(figure))
            return own && (open === null || staysClosed(state, transaction, open))
          },
          appendTransaction: (_transactions, _before, state) => giveIds(state),
          props: { transformPasted: (slice) => withoutStrangers(slice, known) },
        }),
      ]
    },
  })
}

function figuresIn(document: ProseNode): readonly string[] {
  const figures: string[] = []
  document.descendants((node) => {
    if (node.type.name === 'figure') figures.push(keyOf(node))
  })
  return figures
}

function keyOf({ attrs }: ProseNode): string {
  return `${attrs.field}\n${attrs.text}`
}

function staysClosed({ doc }: EditorState, { doc: next }: Transaction, open: ReadonlySet<string>): boolean {
  if (doc.childCount !== next.childCount) return false
  return doc.children.every((before, index) => {
    const after = next.children[index]
    if (after === undefined || after.attrs.id !== before.attrs.id) return false
    return open.has(String(before.attrs.id)) || after.eq(before)
  })
}

function giveIds({ doc, tr }: EditorState): Transaction | null {
  const seen = new Set<unknown>()
  doc.forEach((node, position) => {
    const { id } = node.attrs
    if (id === null || seen.has(id))
      tr.setNodeMarkup(position, undefined, { ...node.attrs, id: `p-${newId()}` })
    seen.add(id)
  })
  return tr.docChanged ? tr.setMeta(fromContent, true) : null
}

/** Figures pasted from elsewhere become words. */
function withoutStrangers(slice: Slice, known: ReadonlySet<string>): Slice {
  const clean = (fragment: Fragment): Fragment => {
    const nodes = fragment.content.map((node) => {
      const stranger = node.type.name === 'figure' && !known.has(keyOf(node))
      if (stranger) return node.type.schema.text(String(node.attrs.text) || ' ')
      return node.isLeaf ? node : node.copy(clean(node.content))
    })
    return Fragment.fromArray(nodes)
  }
  return new PastedSlice(clean(slice.content), slice.openStart, slice.openEnd)
}
