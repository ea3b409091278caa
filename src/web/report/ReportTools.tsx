import { redo, undo } from '@tiptap/pm/history'
import { type Editor, useEditorState } from '@tiptap/react'
import { Button } from '../shell/Button.js'
import { isStyle, type Style } from './report-nodes.js'
import { words } from './words.zh.js'

const styles: readonly Style[] = [
  'title',
  'heading1',
  'heading2',
  'heading3',
  'body',
  'closing',
  'attachment',
]

/** Style of the paragraph, undo and redo, and drafting the section anew. `again` undefined: nothing to draft anew. */
export function ReportTools({
  editor,
  busy,
  again,
  said,
}: Readonly<{ editor: Editor | null; busy: boolean; again: (() => void) | undefined; said: string }>) {
  const style = useEditorState({
    editor,
    selector: ({ editor: current }) => current?.state.selection.$from.node(1)?.attrs.style,
  })
  if (editor === null) return null
  const run = (command: typeof undo) => {
    command(editor.state, editor.view.dispatch)
    editor.commands.focus()
  }
  return (
    <div className="report-tools" role="toolbar" aria-label={words.style}>
      <select
        aria-label={words.style}
        value={isStyle(style) ? style : 'body'}
        onChange={({ target }) =>
          editor.chain().focus().updateAttributes('paragraph', { style: target.value }).run()
        }
      >
        {styles.map((one) => (
          <option key={one} value={one}>
            {words.styles[one]}
          </option>
        ))}
      </select>
      <Button onClick={() => run(undo)}>{words.undo}</Button>
      <Button onClick={() => run(redo)}>{words.redo}</Button>
      {again === undefined ? null : (
        <Button title={words.againSays} busy={busy} onClick={again}>
          {words.again}
        </Button>
      )}
      <span className="quiet" role="status">
        {said}
      </span>
    </div>
  )
}
