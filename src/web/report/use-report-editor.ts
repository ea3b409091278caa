import { baseKeymap } from '@tiptap/pm/commands'
import { history, redo, undo } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import type { Transaction } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { Extension, type UseEditorOptions, useEditor } from '@tiptap/react'
import { useCallback, useEffect, useRef } from 'react'
import { sameParagraph } from '../../core/editing/changes-between.js'
import type { ReportParagraph } from '../../core/editing/content.js'
import { nodeOf, paragraphOf, reportOf } from './report-document.js'
import { fromContent, guards } from './report-guards.js'
import { Figure, Paragraph, ReportDocument, Words } from './report-nodes.js'
import { Underlines } from './underlines.js'
import { words } from './words.zh.js'

type Report = readonly ReportParagraph[]

/** Milliseconds of rest after which what was typed becomes a change. */
const typingPause = 300

const Keys = Extension.create({
  name: 'keys',
  addProseMirrorPlugins: () => [
    history(),
    keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo }),
    keymap({ ...baseKeymap, 'Shift-Enter': baseKeymap.Enter ?? (() => false) }),
  ],
})

type EditorOf = Readonly<{
  report: Report
  editable: boolean
  /** Ids of paragraphs that may change; null when all may. */
  open: ReadonlySet<string> | null
  onReport: (report: Report) => void
  /** Where a figure comes from, in words. */
  sayFigure: (field: string) => string
  onFigure: (field: string) => void
}>

/** The editor of a report: shows the content's paragraphs, and tells what was written after a moment's rest. */
export function useReportEditor(given: EditorOf): Editor | null {
  const latest = useRef(given)
  latest.current = given
  const told = useRef<Report>(given.report)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const tell = useCallback((editor: Editor) => {
    clearTimeout(timer.current)
    timer.current = undefined
    told.current = reportOf(editor.state.doc)
    latest.current.onReport(told.current)
  }, [])
  const editor = useEditor({
    extensions: [ReportDocument, Words, Paragraph, Figure, Keys, Underlines, guards(given.open)],
    editable: given.editable,
    enableCoreExtensions: { keymap: false },
    injectCSS: false,
    editorProps: propsOf(() => latest.current),
    onCreate: ({ editor: made }) => show(made, latest.current.report),
    onUpdate: ({ editor: changed, transaction }) => {
      if (isShown(transaction)) return
      clearTimeout(timer.current)
      timer.current = setTimeout(() => tell(changed), typingPause)
    },
    onBlur: ({ editor: left }) => {
      if (timer.current !== undefined) tell(left)
    },
  })
  useEffect(() => {
    if (given.report === told.current) return
    if (timer.current !== undefined) return tell(editor)
    told.current = given.report
    show(editor, given.report)
  }, [editor, given.report, tell])
  useEffect(
    () => () => {
      if (timer.current !== undefined) tell(editor)
    },
    [editor, tell],
  )
  return editor
}

function propsOf(latest: () => EditorOf): NonNullable<UseEditorOptions['editorProps']> {
  return {
    attributes: { class: 'sheet-of-paper', 'aria-label': words.page, spellcheck: 'false' },
    handleDOMEvents: { mouseover: (_view, { target }) => explain(target, latest().sayFigure) },
    handleClickOn: (_view, _at, node) => {
      if (node.type.name === 'figure') latest().onFigure(String(node.attrs.field))
      return node.type.name === 'figure'
    },
  }
}

/** Puts the content's report into the editor, touching only paragraphs that differ, so that the caret stays. */
function show(editor: Editor, report: Report): void {
  const { state, view, schema } = editor
  const { doc, tr } = state
  const before = doc.children.map(paragraphOf)
  const sameOrder = before.length === report.length && report.every(({ id }, at) => before[at]?.id === id)
  if (!sameOrder) {
    const nodes = report.map((paragraph) => nodeOf(schema, paragraph))
    tr.replaceWith(0, doc.content.size, nodes.length === 0 ? [schema.node('paragraph')] : nodes)
  } else {
    const starts = [...positionsOf(doc)]
    for (let at = report.length - 1; at >= 0; at -= 1) {
      const [next, old, start] = [report[at], before[at], starts[at]]
      if (next === undefined || old === undefined || start === undefined || sameParagraph(next, old)) continue
      tr.replaceWith(start, start + doc.child(at).nodeSize, nodeOf(schema, next))
    }
  }
  if (tr.docChanged) view.dispatch(tr.setMeta(fromContent, true).setMeta('addToHistory', false))
}

function* positionsOf(doc: Editor['state']['doc']): Generator<number> {
  let position = 0
  for (const node of doc.children) {
    yield position
    position += node.nodeSize
  }
}

/** What the content put in itself is not told back; ids that were given to new paragraphs are. */
function isShown(transaction: Transaction): boolean {
  return transaction.getMeta(fromContent) === true && transaction.getMeta('addToHistory') === false
}

/** Writes where a figure comes from on it when it is first pointed at. */
function explain(target: EventTarget | null, say: (field: string) => string): boolean {
  const figure = target instanceof Element ? target.closest('.figure') : null
  const field = figure?.getAttribute('data-field') ?? ''
  if (figure !== null && field !== '') figure.setAttribute('title', say(field))
  return false
}
