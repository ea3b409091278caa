import { type Editor, EditorContent } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { changesBetween } from '../../core/editing/changes-between.js'
import type { ReportParagraph } from '../../core/editing/content.js'
import { newId } from '../new-id.js'
import type { OpenedFiling } from '../opening/OpenFiling.js'
import type { Filling } from '../opening/use-filling.js'
import { Button } from '../shell/Button.js'
import { Failure } from '../shell/Failure.js'
import { ReportHead } from './ReportHead.js'
import { ReportSide } from './ReportSide.js'
import { ReportTools } from './ReportTools.js'
import { regenerateSection } from './regenerate.js'
import { showParagraph } from './show-paragraph.js'
import { type Marked, underlines } from './underlines.js'
import { useDraft } from './use-draft.js'
import { useReportEditor } from './use-report-editor.js'
import { words } from './words.zh.js'

const prefix = 'report/'

/** The report on its page, its tools above, findings and missing facts beside it. */
export function ReportDesk(opened: OpenedFiling) {
  const { whole, filling, checked } = opened
  const editable = whole.filing.actions.includes('edit')
  const { editor, put } = useDeskEditor(opened, editable)
  const draft = useDraft(whole.filing.filingId)
  const { said, begin, again } = useDrafting({ filling, editor, draft, put })
  const findings = checked.findings.filter(({ cells }) => cells.some((cell) => cell.startsWith(prefix)))
  const empty = filling.content.report.length === 0
  useMarks(editor, opened)
  return (
    <div className="page wide report-page">
      <ReportHead {...opened} />
      {draft.error === null ? null : <Failure error={draft.error} />}
      <div className="report-columns">
        <div>
          {editable ? (
            <ReportTools
              editor={editor}
              busy={draft.asking}
              again={empty ? undefined : () => void again()}
              said={said}
            />
          ) : (
            <p className="quiet">{words.readOnly}</p>
          )}
          {empty && editable ? <EmptyReport busy={draft.asking} begin={() => void begin()} /> : null}
          <EditorContent editor={editor} />
        </div>
        <ReportSide findings={findings} missing={draft.missing} />
      </div>
    </div>
  )
}

type Put = (report: readonly ReportParagraph[]) => void

/** The editor over the content: what is written becomes changes, a figure leads to its cell. */
function useDeskEditor({ whole, filling, nameOf }: OpenedFiling, editable: boolean) {
  const navigate = useNavigate()
  const { filingId } = whole.filing
  const put: Put = (report) => {
    const before = filling.latest()
    filling.follow(changesBetween(before, { ...before, report }))
  }
  const editor = useReportEditor({
    report: filling.content.report,
    editable,
    open: openParagraphs(whole.open),
    onReport: put,
    sayFigure: (field) => words.figureSays(nameOf(field)),
    onFigure: (field) => void navigate(`/filings/${filingId}?cell=${encodeURIComponent(field)}`),
  })
  return { editor, put }
}

/** Underlines what the engine found, marks what was sent back, and shows the paragraph that the address names. */
function useMarks(editor: Editor | null, { checked, whole, filling }: OpenedFiling): void {
  const { report } = filling.content
  const [search] = useSearchParams()
  const asked = search.get('cell')
  useEffect(() => {
    if (editor === null || editor.isDestroyed) return
    const flagged = new Set(whole.flags.map(({ cell }) => cell.slice(prefix.length)))
    const marked: Marked = { findings: checked.findings, flagged }
    if (report.length > 0) editor.view.dispatch(editor.state.tr.setMeta(underlines, marked))
  }, [editor, checked.findings, whole.flags, report])
  useEffect(() => {
    if (editor !== null && asked?.startsWith(prefix) === true) showParagraph(asked.slice(prefix.length))
  }, [editor, asked])
}

/** 起草 and 重新生成本节, and what came of it. */
function useDrafting({
  filling,
  editor,
  draft,
  put,
}: Readonly<{
  filling: Filling
  editor: Editor | null
  draft: ReturnType<typeof useDraft>
  put: Put
}>) {
  const [said, say] = useState('')
  const begin = async () => {
    const { paragraphs } = await draft.ask()
    put(paragraphs.map((paragraph) => ({ ...paragraph, id: newParagraph() })))
  }
  const again = async () => {
    const within = editor?.state.selection.$from.node(1)?.attrs.id
    if (typeof within !== 'string') return say(words.noSection)
    const { paragraphs } = await draft.ask()
    const done = regenerateSection(filling.latest().report, paragraphs, { within, newId: newParagraph })
    if (done === undefined) return say(words.notInDraft)
    put(done.report)
    say(words.regenerated(done.added))
  }
  return { said, begin, again }
}

function newParagraph(): string {
  return `p-${newId()}`
}

function EmptyReport({ busy, begin }: Readonly<{ busy: boolean; begin: () => void }>) {
  return (
    <div className="panel empty-report">
      <p>
        {words.empty}
        {words.emptySays}
      </p>
      <Button filled busy={busy} onClick={begin}>
        {words.draft}
      </Button>
    </div>
  )
}

function openParagraphs(open: readonly string[] | null): ReadonlySet<string> | null {
  if (open === null) return null
  return new Set(open.filter((cell) => cell.startsWith(prefix)).map((cell) => cell.slice(prefix.length)))
}
