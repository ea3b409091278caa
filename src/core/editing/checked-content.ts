import type { Verdict } from '../exact/interval.js'
import type { Filing } from '../filing/filing.js'
import type { CheckResult, Finding } from '../law/check.js'
import type { PrintedFiling } from '../paper/printed.js'
import type { FormScore } from '../scoring/score-form.js'
import type { CellKey, FilingContent } from './content.js'

/** A finding with the cells and paragraphs it points at, the one to look at first in front. */
export type CellFinding = Finding &
  Readonly<{
    cells: readonly CellKey[]
    /** Where the suggested value goes; undefined without a suggestion, or where no cell takes it. */
    suggestedCell: CellKey | undefined
    /**
     * Names the same problem as long as nothing that it rests on has changed: check, cells, and the words in them.
     * A justification or waiver is bound to it.
     */
    inputs: string
  }>

/** Everything that the engine says about a content; the same in the browser and on the server. */
export type CheckedContent = Readonly<{
  /** What was checked: the content with every figure of its report saying what its cell says now. */
  content: FilingContent
  filing: Filing
  /** The forms on paper, computed cells filled in. */
  printed: PrintedFiling
  /** Cells that show a computed value, with it; they are not in the content. */
  computed: Readonly<Record<CellKey, string>>
  results: readonly CheckResult[]
  /** Those of the results that look at the whole filing. */
  ofFiling: readonly CheckResult[]
  findings: readonly CellFinding[]
  scores: readonly FormScore[]
  counts: Readonly<Record<Verdict, number>>
  /** Required cells and how many of them are filled in. */
  filled: Readonly<{ filled: number; required: number }>
}>
