import { useMemo, useRef, useState } from 'react'
import type { CellKey } from '../../../core/editing/content.js'
import type { EngineChecked } from '../../engine/engine-messages.js'
import { useEngine } from '../../engine/use-engine.js'
import { Loading } from '../../shell/Loading.js'
import type { FilingWhole, PackSet } from '../filing-whole.js'
import { FindingsPanel } from '../findings/FindingsPanel.js'
import { groupFindings, marksOf } from '../findings/group-findings.js'
import type { PaperFormHandle } from '../paper/paper-props.js'
import { CellBar } from './CellBar.js'
import { CellPanel } from './CellPanel.js'
import { FillingHead } from './FillingHead.js'
import { FormTabs } from './FormTabs.js'
import { PaperForms } from './PaperForms.js'
import { StandingLine } from './StandingLine.js'
import { type Filling, useFilling } from './use-filling.js'
import { useFreshReport } from './use-fresh-report.js'
import { useOthers } from './use-others.js'
import { usePageCommands } from './use-page-commands.js'
import '../filling.css'

type Props = Readonly<{
  whole: FilingWhole
  packSet: PackSet
  account: Readonly<{ accountId: string; name: string }>
}>

/** Loads what one works on into the page: the content, the engine beside it, and what others do meanwhile. */
export function FillingDesk({ whole, packSet, account }: Props) {
  const others = useOthers({ whole, accountName: account.name, packs: packSet.packs })
  const filling = useFilling(whole, account.accountId, others.pullIn)
  others.connect(filling)
  const { checked, problem } = useEngine(filling.preview, packSet.packs)
  useFreshReport(filling, checked, whole.filing.actions.includes('edit'))
  if (checked === undefined) return problem === undefined ? <Loading /> : <p role="alert">{problem}</p>
  return (
    <FillingView
      checked={checked}
      filling={filling}
      packSet={packSet}
      told={problem ?? others.notice}
      whole={whole}
    />
  )
}

type ViewProps = Readonly<{
  whole: FilingWhole
  packSet: PackSet
  filling: Filling
  checked: EngineChecked
  /** A sentence that goes before what the page says of itself. */
  told: string
}>

/** The page on which a filing is filled in: its forms in the middle, what the engine says of them on the right. */
function FillingView({ whole, packSet, filling, checked, told }: ViewProps) {
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
  const seen = { checked, page, whole }
  return (
    <div className="page filling">
      <FillingHead {...seen} filling={filling} />
      <StandingLine whole={whole} />
      <CellBar chosen={chosen} filling={filling} notice={told || notice} page={page} whole={whole} />
      <div className="filling-columns">
        <div className="filling-forms">
          <FormTabs checked={checked} groups={groups} />
          <PaperForms
            {...seen}
            choose={setChosen}
            filling={filling}
            marks={marks}
            paper={paper.current}
            say={setNotice}
          />
        </div>
        <aside aria-label="核对结果与说明" className="filling-side">
          <CellPanel checked={checked} page={page} chosen={chosen} packSet={packSet} />
          <FindingsPanel {...seen} groups={groups} laws={packSet.laws} />
        </aside>
      </div>
    </div>
  )
}
