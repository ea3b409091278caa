import { useMemo } from 'react'
import type { CellKey } from '../../../core/editing/content.js'
import type { EngineChecked } from '../../engine/engine-messages.js'
import type { FilingWhole } from '../filing-whole.js'
import { PaperForm } from '../paper/PaperForm.js'
import type { CellMark, PaperFormHandle } from '../paper/paper-props.js'
import { printedForms } from './printed-forms.js'
import type { Filling } from './use-filling.js'
import type { PageCommands } from './use-page-commands.js'

type Props = Readonly<{
  whole: FilingWhole
  checked: EngineChecked
  filling: Filling
  marks: Readonly<Record<CellKey, CellMark>>
  page: PageCommands
  paper: Map<string, PaperFormHandle>
  choose: (key: CellKey) => void
  say: (sentence: string) => void
}>

/** All forms of a filing, one below the other. Of a returned filing only the flagged cells can be changed. */
export function PaperForms({ whole, checked, filling, marks, page, paper, choose, say }: Props) {
  const open = useMemo(() => (whole.open === null ? null : new Set(whole.open)), [whole.open])
  const all = useMemo(() => ({ ...marks, ...flagMarks(whole) }), [marks, whole])
  const mayEdit = whole.filing.actions.includes('edit')
  return printedForms(checked).map(({ printed, content }) => (
    <PaperForm
      computed={checked.computed}
      content={content}
      handle={(handle) => keepHandle(paper, content.id, handle)}
      key={content.id}
      marks={all}
      onChoose={choose}
      onCommand={page.run}
      onNotice={say}
      open={open}
      printed={printed}
      typed={filling.content.forms.find(({ id }) => id === content.id) ?? content}
      {...(mayEdit ? { onChange: filling.change, onTyping: filling.type } : {})}
    />
  ))
}

function keepHandle(handles: Map<string, PaperFormHandle>, id: string, handle: PaperFormHandle | null): void {
  if (handle === null) handles.delete(id)
  else handles.set(id, handle)
}

function flagMarks({ flags, filing }: FilingWhole): Readonly<Record<CellKey, CellMark>> {
  if (filing.state !== 'returned') return {}
  return Object.fromEntries(
    flags.map(({ cell, reason }) => [cell, { kind: 'flagged', text: `退回：${reason}` } as const]),
  )
}
