import { didYouMean } from '../errors/closest.js'
import { compileSentence } from '../language/compile-sentence.js'
import { makeVocabulary, type Vocabulary } from '../language/vocabulary.js'
import type { Severity } from '../law/check.js'
import { exceeds, findClause, type Law, strongestSeverity } from '../law/law.js'
import type { Block } from '../pack/layout.js'
import type { Pack, PackCheck, ReportOutline } from '../pack/pack.js'
import { type KnownForms, makeReportWords } from '../report-language/report-words.js'
import { checkLayout } from './check-layout.js'
import { checkReport, type ReportInHand } from './check-report.js'
import { fitPaper } from './fit-paper.js'
import { checkShape, packShape, scoringShape } from './pack-shapes.js'
import { paperShape } from './paper-shape.js'
import { reportShape } from './report-shape.js'
import { listOf } from './shape.js'
import { type PackProblem, problemAt, type SourceNode } from './source.js'

/** The five files of a pack, each with what it inherits laid under it. */
export type PackSource = Readonly<{
  pack: SourceNode
  lineage: readonly string[]
  checks: SourceNode | undefined
  scoring: SourceNode | undefined
  report: SourceNode | undefined
  paper: SourceNode | undefined
}>

/** What checks may refer to. `kinds` undefined: coded kinds are not looked up. */
export type PackSurroundings = Readonly<{
  laws: readonly Law[]
  kinds: readonly string[] | undefined
  /** Names of every known form by its kind; undefined: a report's names for other forms are not looked up. */
  forms?: KnownForms | undefined
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
  const { extends: _extends, without: _without, ...rest } = head
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
  if (source.report !== undefined && report !== undefined)
    checkReport(
      reportInHand({ report, source: source.report, vocabulary, forms: surroundings.forms }),
      problems,
    )
  return problems.length > before
    ? undefined
    : { ...rest, lineage: source.lineage, blocks, checks, scoring, report, paper: fitted }
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

type EntryInHand = Readonly<{
  check: PackCheck
  node: SourceNode | undefined
  vocabulary: Vocabulary
  surroundings: PackSurroundings
}>

function checkEntry(entry: EntryInHand, problems: PackProblem[]): void {
  const { check, node, vocabulary, surroundings } = entry
  if (node?.kind !== 'mapping') return
  const at = (key: string) => node.entries.get(key)?.value.at ?? node.at
  checkBasis(entry, problems)
  if (check.sentence === undefined) {
    const { kinds } = surroundings
    if (check.kind === 'sentence')
      problems.push(problemAt(node.at, `规则“${check.id}”要写 check（规则句子）或 kind（检查种类）之一。`))
    else if (kinds !== undefined && !kinds.includes(check.kind))
      problems.push(problemAt(at('kind'), `没有叫“${check.kind}”的检查种类${didYouMean(check.kind, kinds)}`))
    return
  }
  const compiled = compileSentence(check.sentence, vocabulary)
  if (compiled.problem === undefined) return
  const { span, message } = compiled.problem
  const position = at('check')
  problems.push({
    file: position.file,
    line: position.line,
    column: position.column + span.start,
    message: `[${span.start + 1}-${Math.max(span.start + 1, span.end)}] ${message}`,
  })
}

const severityNames: Readonly<Record<Severity, string>> = { error: '错误', warning: '提示', info: '建议' }

function checkBasis({ check, node, surroundings }: EntryInHand, problems: PackProblem[]): void {
  if (node?.kind !== 'mapping') return
  if (check.basis.length === 0) {
    problems.push(problemAt(node.at, `规则“${check.id}”没有写依据（basis）。`))
    return
  }
  const at = node.entries.get('basis')?.value.at ?? node.at
  for (const basis of check.basis)
    if ('law' in basis && findClause(basis, surroundings.laws) === undefined)
      problems.push(
        problemAt(
          at,
          `laws/ 里没有“${basis.law}”的“${basis.clause}”${didYouMean(
            basis.law,
            surroundings.laws.map(({ id }) => id),
          )}`,
        ),
      )
  const limit = strongestSeverity(check.basis, surroundings.laws)
  if (exceeds(check.severity, limit))
    problems.push(
      problemAt(
        node.entries.get('severity')?.value.at ?? node.at,
        `规则“${check.id}”的依据只够定为“${severityNames[limit]}”（${limit}），不能定为“${severityNames[check.severity]}”：经验做法和未核对原文的条款不能定为错误。`,
      ),
    )
}
