import { Fragment, useMemo, useRef } from 'react'
import type { CellKey, FormContent } from '../../../core/editing/content.js'
import type { Pack } from '../../../core/pack/pack.js'
import { addFirstRow, emptyLists } from '../../changes/list-rows.js'
import type { EngineChecked } from '../../engine/engine-messages.js'
import type { FilingWhole } from '../../opening/filing-whole.js'
import type { Filling } from '../../opening/use-filling.js'
import { Button } from '../../shell/Button.js'
import { PaperForm } from '../paper/PaperForm.js'
import type { CellMark, PaperFormHandle } from '../paper/paper-props.js'
import { words } from '../words.zh.js'
import { printedForms } from './printed-forms.js'
import type { PageCommands } from './use-page-commands.js'

type Props = Readonly<{
  whole: FilingWhole
  packs: readonly Pack[]
  checked: EngineChecked
  filling: Filling
  marks: Readonly<Record<CellKey, CellMark>>
  page: PageCommands
  paper: Map<string, PaperFormHandle>
  choose: (key: CellKey) => void
  say: (sentence: string) => void
}>

/** All forms of a filing, one below the other. Of a returned filing only the flagged cells can be changed. */
export function PaperForms({ whole, packs, checked, filling, marks, page, paper, choose, say }: Props) {
  const open = useMemo(() => (whole.open === null ? null : new Set(whole.open)), [whole.open])
  const all = useMemo(() => ({ ...marks, ...flagMarks(whole) }), [marks, whole])
  const mayEdit = whole.filing.actions.includes('edit')
  const handleOf = useHandles(paper)
  return printedForms(checked).map(({ printed, content }) => (
    <Fragment key={content.id}>
      <PaperForm
        computed={checked.computed}
        content={content}
        handle={handleOf(content.id)}
        marks={all}
        onChoose={choose}
        onCommand={page.run}
        onNotice={say}
        open={open}
        printed={printed}
        typed={filling.content.forms.find(({ id }) => id === content.id) ?? content}
        {...(mayEdit ? { onChange: filling.change, onTyping: filling.type } : {})}
      />
      {mayEdit && open === null ? <FirstRows filling={filling} form={content} packs={packs} /> : null}
    </Fragment>
  ))
}

/** One and the same function for each form, so that a form that has not changed is not drawn again. */
function useHandles(paper: Map<string, PaperFormHandle>): (id: string) => HandleKeeper {
  const keepers = useRef(new Map<string, HandleKeeper>())
  return (id) => {
    const known = keepers.current.get(id)
    if (known !== undefined) return known
    const keeper: HandleKeeper = (handle) => keepHandle(paper, id, handle)
    keepers.current.set(id, keeper)
    return keeper
  }
}

type HandleKeeper = (handle: PaperFormHandle | null) => void

function keepHandle(handles: Map<string, PaperFormHandle>, id: string, handle: PaperFormHandle | null): void {
  if (handle === null) handles.delete(id)
  else handles.set(id, handle)
}

function flagMarks({ flags, filing }: FilingWhole): Readonly<Record<CellKey, CellMark>> {
  if (filing.state !== 'returned') return {}
  return Object.fromEntries(
    flags.map(({ cell, reason }) => [cell, { kind: 'flagged', text: words.returnedFor(reason) } as const]),
  )
}

/** A list without rows has no cell to stand in: its first row is added here. */
function FirstRows({
  filling,
  form,
  packs,
}: Readonly<{ filling: Filling; form: FormContent; packs: readonly Pack[] }>) {
  const pack = packs.find(({ id }) => id === form.pack)
  const empty = pack === undefined ? [] : emptyLists(form, pack)
  if (empty.length === 0) return null
  return (
    <p className="first-rows">
      {empty.map(({ list, name }) => (
        <Button key={list} onClick={() => filling.change(addFirstRow(form, list), `${form.id}/${list}`)}>
          {words.addFirstRow(name)}
        </Button>
      ))}
    </p>
  )
}
