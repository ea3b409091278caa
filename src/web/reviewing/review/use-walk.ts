import { useState } from 'react'
import type { CellFinding } from '../../../core/editing/checked-content.js'
import type { CellKey } from '../../../core/editing/content.js'
import { type FindingGroup, findingId } from '../../filling/findings/group-findings.js'
import type { PaperFormHandle } from '../../filling/paper/paper-props.js'
import { openFindings } from './marks.js'

type Walking = Readonly<{
  groups: readonly FindingGroup[]
  paper: ReadonlyMap<string, PaperFormHandle>
  setCell: (cell: CellKey) => void
}>

/** From finding to finding: what is chosen, and the paper goes along. */
export function useWalk({ groups, paper, setCell }: Walking) {
  const [chosen, setChosen] = useState<string>()
  const goTo = (key: CellKey | undefined) => {
    if (key === undefined) return
    setCell(key)
    paper.get(key.split('/')[0] ?? '')?.focusCell(key)
    if (key.startsWith('report/')) document.getElementById(key)?.scrollIntoView({ block: 'center' })
  }
  const choose = (finding: CellFinding | undefined) => {
    setChosen(finding === undefined ? undefined : findingId(finding))
    goTo(finding?.cells[0])
  }
  const step = (by: number) => {
    const open = openFindings(groups)
    const at = open.findIndex(({ finding }) => findingId(finding) === chosen)
    choose(open[(at === -1 && by < 0 ? 0 : at) + by < 0 ? open.length - 1 : (at + by) % open.length]?.finding)
  }
  return { chosen, choose, goTo, step }
}
