import { divideRational } from '../exact/rational.js'
import { remembered } from '../remember.js'
import { type Hole, parseHole } from '../report-language/hole.js'
import { parseTemplate, type TemplatePart } from '../report-language/template.js'
import { changeRuns } from './change-words.js'
import { askRun, type DraftRun, type Gap, wordsRun } from './draft.js'
import { computedShare, type DraftValue } from './draft-value.js'
import { evaluateNumber, evaluateValue } from './evaluate.js'
import { conflictOf } from './own-facts.js'
import { priorRow, rowName } from './prior-row.js'
import type { Here } from './rows.js'
import type { Sources } from './sources.js'

/** A sentence with its figures filled in, and what is missing in it. */
export type Said = Readonly<{ runs: readonly DraftRun[]; missing: readonly Gap[] }>

const partsOf = remembered(parseTemplate)

/** Fills the fields of one sentence in. A missing fact leaves a gap with its name, or takes its `[…]` with it. */
export function fillSentence(say: string, sources: Sources, here: Here): Said {
  const said = partsOf(say).map((part) => fillPart(part, sources, here))
  return { runs: said.flatMap(({ runs }) => runs), missing: said.flatMap(({ missing }) => missing) }
}

function fillPart(part: TemplatePart, sources: Sources, here: Here): Said {
  if (part.kind === 'words') return { runs: [wordsRun(part.text)], missing: [] }
  if (part.kind === 'optional') {
    const said = part.parts.map((inner) => fillPart(inner, sources, here))
    const complete = said.every(({ missing }) => missing.length === 0)
    return { runs: complete ? said.flatMap(({ runs }) => runs) : [], missing: [] }
  }
  const hole = parseHole(part, sources.words.names)
  const runs = fillHole(hole, sources, here)
  if (runs !== undefined) return { runs, missing: [] }
  const name = nameInRow(nameOfHole(hole), sources, here)
  const gap = { name, conflict: hole.kind === 'value' ? conflictOf(hole.value, sources) : undefined }
  return { runs: [askRun(gap)], missing: [gap] }
}

/** 偏差原因 of one indicator among several: its own name comes first. */
function nameInRow(name: string, sources: Sources, { row }: Here): string {
  const own = row && rowName(row, sources)
  return own === undefined ? name : `${own}的${name}`
}

/** 基础数据表.三公经费.本年决算数 is asked for as 基础数据表·三公经费·本年决算数. */
function nameOfHole(hole: Hole): string {
  if (hole.kind === 'ask') return hole.name
  const shown = hole.shown.replaceAll('.', '·')
  return hole.kind === 'change' ? `上年的${shown}` : shown
}

function fillHole(hole: Hole, sources: Sources, here: Here): readonly DraftRun[] | undefined {
  if (hole.kind === 'ask') return undefined
  if (hole.kind === 'value') return runsOf(evaluateValue(hole.value, sources, here), nameOfHole(hole))
  if (hole.kind === 'rate') {
    const part = evaluateNumber(hole.part, sources, here)
    const whole = evaluateNumber(hole.whole, sources, here)
    const share = part && whole && divideRational(part.value, whole.value)
    return share && runsOf(computedShare(share, `computed.rateOf(${part.field})`), hole.shown)
  }
  return fillChange(hole, sources, here)
}

type ChangeHole = Extract<Hole, { kind: 'change' }>

function fillChange(hole: ChangeHole, sources: Sources, here: Here): readonly DraftRun[] | undefined {
  const { lastYear } = sources
  const now = evaluateNumber(hole.now, sources, here)
  if (now === undefined) return undefined
  const row = here.row && lastYear && priorRow(here.row, sources, lastYear)
  if (hole.before === undefined && (lastYear === undefined || (here.row !== undefined && row === undefined)))
    return undefined
  const before =
    hole.before === undefined
      ? lastYear && evaluateNumber(hole.now, lastYear, { row, ordinal: undefined })
      : evaluateNumber(hole.before, sources, here)
  return before && changeRuns({ now, before, unit: hole.unit, label: nameOfValue(hole) })
}

function nameOfValue({ shown }: ChangeHole): string {
  return shown.replaceAll('.', '·')
}

function runsOf(value: DraftValue | undefined, label: string): readonly DraftRun[] | undefined {
  return value && [{ text: value.text, field: value.field, label }]
}
