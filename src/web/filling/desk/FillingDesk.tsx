import { useMemo, useRef, useState } from 'react'
import type { CellKey } from '../../../core/editing/content.js'
import type { OpenedFiling } from '../../opening/OpenFiling.js'
import { Evidence } from '../evidence/Evidence.js'
import { FindingsPanel } from '../findings/FindingsPanel.js'
import { groupFindings, marksOf } from '../findings/group-findings.js'
import type { PaperFormHandle } from '../paper/paper-props.js'
import { CellBar } from './CellBar.js'
import { CellPanel } from './CellPanel.js'
import { FillingHead } from './FillingHead.js'
import { FormTabs } from './FormTabs.js'
import { PaperForms } from './PaperForms.js'
import { StandingLine } from './StandingLine.js'
import { UnusedToggle } from './UnusedToggle.js'
import { useAskedCell } from './use-asked-cell.js'
import { usePageCommands } from './use-page-commands.js'
import '../filling.css'
import { words } from '../words.zh.js'

/** The page on which a filing is filled in: its forms in the middle, what the engine says of them on the right. */
export function FillingDesk(opened: OpenedFiling) {
  const { whole, packSet, filling, checked, notice: told } = opened
  const [chosen, setChosen] = useState<CellKey>()
  const [notice, setNotice] = useState('')
  const paper = useRef(new Map<string, PaperFormHandle>())
  const { findings, content } = checked
  const groups = useMemo(
    () => groupFindings(findings, whole.answers, content),
    [findings, whole.answers, content],
  )
  const marks = useMemo(() => marksOf(groups), [groups])
  const page = usePageCommands({ filling, groups, whole, packSet, paper: paper.current, say: setNotice })
  useAskedCell(page)
  const seen = { checked, page, whole }
  return (
    <div className="page filling">
      <FillingHead checked={checked} whole={whole} />
      <StandingLine whole={whole} />
      <CellBar chosen={chosen} filling={filling} notice={told || notice} page={page} whole={whole} />
      <div className="filling-columns">
        <div className="filling-forms">
          <FormTabs checked={checked} groups={groups} />
          <UnusedToggle {...opened} />
          <PaperForms
            {...seen}
            choose={setChosen}
            filling={filling}
            packs={packSet.packs}
            marks={marks}
            paper={paper.current}
            say={setNotice}
          />
        </div>
        <aside aria-label={words.side} className="filling-side">
          <CellPanel checked={checked} page={page} chosen={chosen} packSet={packSet} />
          <Evidence chosen={chosen} nameOf={page.nameOf} whole={whole} />
          <FindingsPanel {...seen} groups={groups} laws={packSet.laws} />
        </aside>
      </div>
    </div>
  )
}
