import { useMemo, useRef, useState } from 'react'
import type { CellKey } from '../../../core/editing/content.js'
import type { FilingWhole, PackSet } from '../filing-whole.js'
import { FindingsPanel } from '../findings/FindingsPanel.js'
import { groupFindings, marksOf } from '../findings/group-findings.js'
import { PaperForm } from '../paper/PaperForm.js'
import type { PaperFormHandle } from '../paper/paper-props.js'
import { CellBar } from './CellBar.js'
import { CellPanel } from './CellPanel.js'
import { FillingHead } from './FillingHead.js'
import { FormTabs } from './FormTabs.js'
import { printedForms } from './printed-forms.js'
import { StandingLine } from './StandingLine.js'
import { useChecked } from './use-checked.js'
import { useFilling } from './use-filling.js'
import { useOthers } from './use-others.js'
import { usePageCommands } from './use-page-commands.js'
import '../filling.css'

type Props = Readonly<{
  whole: FilingWhole
  packSet: PackSet
  account: Readonly<{ accountId: string; name: string }>
}>

/** The page on which a filing is filled in: its forms in the middle, what the engine says of them on the right. */
export function FillingDesk({ whole, packSet, account }: Props) {
  const others = useOthers({ whole, accountName: account.name, packs: packSet.packs })
  const filling = useFilling(whole, account.accountId, others.pullIn)
  others.connect(filling)
  const { checked, content: checkedContent } = useChecked(filling.preview, packSet.packs)
  const [chosen, setChosen] = useState<CellKey>()
  const [notice, setNotice] = useState('')
  const paper = useRef(new Map<string, PaperFormHandle>())
  const groups = useMemo(
    () => groupFindings(checked.findings, whole.answers, checkedContent),
    [checked.findings, whole.answers, checkedContent],
  )
  const marks = useMemo(() => marksWith(marksOf(groups), whole), [groups, whole])
  const open = useMemo(() => openCells(whole), [whole])
  const page = usePageCommands({ filling, groups, whole, packSet, paper: paper.current, say: setNotice })
  const mayEdit = whole.filing.actions.includes('edit')
  return (
    <div className="filling">
      <FillingHead checked={checked} filling={filling} nameOf={page.nameOf} whole={whole} />
      <StandingLine whole={whole} />
      <CellBar
        chosen={chosen}
        filling={filling}
        mayEdit={mayEdit}
        notice={others.notice || notice}
        page={page}
        whole={whole}
      />
      <div className="filling-columns">
        <div className="filling-forms">
          <FormTabs content={checkedContent} printed={checked.printed} groups={groups} />
          {printedForms(checked.printed, checkedContent).map(({ printed, content }) => (
            <PaperForm
              computed={checked.computed}
              content={content}
              handle={(handle) => keepHandle(paper.current, content.id, handle)}
              key={content.id}
              marks={marks}
              onChoose={setChosen}
              onCommand={page.run}
              onNotice={setNotice}
              open={open}
              printed={printed}
              typed={filling.preview.forms.find(({ id }) => id === content.id) ?? content}
              {...(mayEdit ? { onChange: filling.change, onTyping: filling.type } : {})}
            />
          ))}
        </div>
        <aside aria-label="核对结果与说明" className="filling-side">
          <CellPanel
            checked={checked}
            chosen={chosen}
            content={filling.content}
            packSet={packSet}
            page={page}
            whole={whole}
          />
          <FindingsPanel
            content={checkedContent}
            checked={checked}
            groups={groups}
            laws={packSet.laws}
            page={page}
            whole={whole}
          />
        </aside>
      </div>
    </div>
  )
}

function keepHandle(handles: Map<string, PaperFormHandle>, id: string, handle: PaperFormHandle | null): void {
  if (handle === null) handles.delete(id)
  else handles.set(id, handle)
}

function marksWith(marks: ReturnType<typeof marksOf>, { flags, filing }: FilingWhole) {
  if (filing.state !== 'returned') return marks
  const flagged = flags.map(
    ({ cell, reason }) => [cell, { kind: 'flagged', text: `退回：${reason}` }] as const,
  )
  return { ...marks, ...Object.fromEntries(flagged) }
}

function openCells({ open }: FilingWhole): ReadonlySet<CellKey> | null {
  return open === null ? null : new Set(open)
}
