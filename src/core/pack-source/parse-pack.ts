import { makeVocabulary, type Vocabulary } from '../language/vocabulary.js'
import type { Block } from '../pack/layout.js'
import type { Pack, PackCheck, ReportOutline, WeightRules } from '../pack/pack.js'
import { type KnownForms, makeReportWords } from '../report-language/report-words.js'
import { checkBasis, checkEntry, type PackSurroundings } from './check-entry.js'
import { checkLayout } from './check-layout.js'
import { checkReport, type ReportInHand } from './check-report.js'
import { checkWeights, withWeights } from './check-weights.js'
import { fitPaper } from './fit-paper.js'
import { checkShape, packShape, scoringShape } from './pack-shapes.js'
import { paperShape } from './paper-shape.js'
import { reportShape } from './report-shape.js'
import { listOf } from './shape.js'
import { entryOf, type PackProblem, type SourceNode } from './source.js'

/** The five files of a pack, each with what it inherits laid under it. */
export type PackSource = Readonly<{
  pack: SourceNode
  lineage: readonly string[]
  checks: SourceNode | undefined
  scoring: SourceNode | undefined
  report: SourceNode | undefined
  paper: SourceNode | undefined
}>

/** Turns a pack's files into a pack; undefined when there are problems, all of which are added to the list. */
export function parsePack(
  source: PackSource,
  surroundings: PackSurroundings,
  problems: PackProblem[],
): Pack | undefined {
  const before = problems.length
  const head = packShape.parse(source.pack, problems)
  const scoring = source.scoring && scoringShape.parse(source.scoring, problems)
  const report = source.report && reportShape.parse(source.report, problems)
  const paper = source.paper && paperShape.parse(source.paper, problems)
  const entries = source.checks === undefined ? [] : listOf(checkShape).parse(source.checks, problems)
  if (head === undefined || entries === undefined || problems.length > before) return undefined
  const { extends: _extends, without: _without, replaces: _replaces, ...rest } = head
  const blocks = blocksOf(head)
  checkLayout({ source: source.pack, blocks, groups: head.groups }, problems)
  const fitted =
    paper && source.paper && fitPaper({ source: source.paper, paper, blocks, pack: source.pack }, problems)
  const checks = entries.map((entry): PackCheck => {
    const { check, kind, ...definition } = entry
    return { ...definition, kind: kind ?? 'sentence', sentence: check }
  })
  const vocabulary = makeVocabulary(blocks, head.groups)
  for (const [index, check] of checks.entries())
    checkEntry({ check, node: itemAt(source.checks, index), vocabulary, surroundings }, problems)
  checkPrescribed({ weights: head.weights, pack: source.pack, surroundings }, problems)
  if (source.report !== undefined && report !== undefined)
    checkReport(
      reportInHand({ report, source: source.report, vocabulary, forms: surroundings.forms }),
      problems,
    )
  return problems.length > before
    ? undefined
    : {
        ...rest,
        lineage: source.lineage,
        blocks,
        checks: checks.map((check) => withWeights(check, head.weights)),
        scoring,
        report,
        paper: fitted,
      }
}

type ParsedHead = NonNullable<ReturnType<typeof packShape.parse>>

function blocksOf({ blocks }: ParsedHead): readonly Block[] {
  return blocks.map(withGoalFields)
}

/** Kind and names of the form of a pack.yaml; undefined when it cannot be read, which is told elsewhere. */
export function readVocabulary(pack: SourceNode): Readonly<{ form: string; words: Vocabulary }> | undefined {
  const head = packShape.parse(pack, [])
  return head && { form: head.form, words: makeVocabulary(blocksOf(head), head.groups) }
}

type WrittenReport = Readonly<{
  report: ReportOutline
  source: SourceNode
  vocabulary: Vocabulary
  forms: KnownForms | undefined
}>

function reportInHand({ report, source, vocabulary, forms }: WrittenReport): ReportInHand {
  const words = makeReportWords(report, vocabulary, (form) => forms?.get(form) ?? [])
  const named = [...report.forms.map(({ id }) => id), ...report.sections.flatMap(({ form }) => form ?? [])]
  return { report, source, words, formKinds: forms === undefined ? named : [...forms.keys()] }
}

type ParsedBlock = ParsedHead['blocks'][number]

function withGoalFields(block: ParsedBlock): Block {
  if (block.kind !== 'goals') return block
  const field = { type: 'text', partOf: undefined } as const
  return {
    ...block,
    expected: { id: 'expectedGoal', name: '预期目标', ...field, ...block.expected },
    actual: { id: 'actualAccomplishment', name: '实际完成情况', ...field, ...block.actual },
  }
}

function itemAt(node: SourceNode | undefined, index: number): SourceNode | undefined {
  return node?.kind === 'list' ? node.items[index] : undefined
}

type PrescribedWeights = Readonly<{
  weights: WeightRules | undefined
  pack: SourceNode
  surroundings: PackSurroundings
}>

function checkPrescribed({ weights, pack, surroundings }: PrescribedWeights, problems: PackProblem[]): void {
  const node = entryOf(pack, 'weights')
  if (weights === undefined || node === undefined) return
  checkWeights(weights, node, problems)
  const { basis, severity = 'info' } = weights
  checkBasis({ name: '权重（weights）', severity, basis, node, surroundings }, problems)
}
