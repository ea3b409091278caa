import { memo } from 'react'
import { findForm } from '../../../core/editing/cell-key.js'
import type { CellKey } from '../../../core/editing/content.js'
import { insertRow, moveRow, removeRows } from '../../changes/list-rows.js'
import type { FilingWhole } from '../../opening/filing-whole.js'
import type { Filling } from '../../opening/use-filling.js'
import { SavingLine } from '../../saving/SavingLine.js'
import { Button } from '../../shell/Button.js'
import { words } from '../words.zh.js'
import type { PageCommands } from './use-page-commands.js'

type Props = Readonly<{
  chosen: CellKey | undefined
  filling: Filling
  notice: string
  page: PageCommands
  whole: FilingWhole
}>

/** The chosen cell's name, what can be done with it, and the last sentence for the user. */
export const CellBar = memo(function CellBar({ chosen, filling, notice, page, whole }: Props) {
  const mayEdit = whole.filing.actions.includes('edit')
  const rowsOpen = mayEdit && whole.open === null && chosen?.split('/').length === 4
  return (
    <div aria-label={words.cellTools} className="cell-bar" role="toolbar">
      <strong>{chosen === undefined ? words.nothingChosen : page.nameOf(chosen)}</strong>
      {mayEdit ? (
        <span className="cell-buttons">
          <Button onClick={() => page.run({ kind: 'undo' }, chosen)} small>
            {words.undo}
          </Button>
          <Button onClick={() => page.run({ kind: 'redo' }, chosen)} small>
            {words.redo}
          </Button>
          {rowsOpen && chosen !== undefined ? (
            <RowButtons chosen={chosen} filling={filling} page={page} />
          ) : null}
        </span>
      ) : null}
      <SavingLine nameOf={page.nameOf} saving={filling.saving} />
      <span aria-live="polite" className="cell-notice" role="status">
        {notice === '' ? <small>{words.keys}</small> : notice}
      </span>
    </div>
  )
})

function RowButtons({
  chosen,
  filling,
  page,
}: Readonly<{ chosen: CellKey; filling: Filling; page: PageCommands }>) {
  const form = findForm(filling.content, chosen.slice(0, chosen.indexOf('/')))
  if (form === undefined) return null
  const change = (changes: Parameters<Filling['change']>[0], at: CellKey) => {
    if (changes.length === 0) return
    filling.change(changes, at)
    requestAnimationFrame(() => page.focusCell(at))
  }
  const inserted = insertRow(form, chosen)
  return (
    <>
      <Button onClick={() => change(inserted?.changes ?? [], inserted?.key ?? chosen)} small>
        {words.insertRow}
      </Button>
      <Button onClick={() => change(removeRows(form, [chosen]), chosen)} small>
        {words.removeRow}
      </Button>
      <Button onClick={() => change(moveRow(form, chosen, 'up'), chosen)} small>
        {words.rowUp}
      </Button>
      <Button onClick={() => change(moveRow(form, chosen, 'down'), chosen)} small>
        {words.rowDown}
      </Button>
    </>
  )
}
