import { runFormChecks } from '../checks/run-checks.js'
import type { Document } from '../document/document.js'
import { didYouMean } from '../errors/closest.js'
import type { Verdict } from '../exact/interval.js'
import { makeVocabulary } from '../language/vocabulary.js'
import type { CheckResult } from '../law/check.js'
import type { Pack } from '../pack/pack.js'
import { weightKind } from '../pack-source/check-weights.js'
import { anything, oneOf, optional, required, shapeOf, text } from '../pack-source/shape.js'
import {
  findText,
  type PackProblem,
  type Position,
  problemAt,
  type SourceNode,
} from '../pack-source/source.js'
import { recognise } from '../recognise/recognise.js'
import { parseCaseDocument } from './case-document.js'
import { parseCaseForm } from './case-form.js'

/** The whole engine on one document, which cases of coded kinds need. */
export type CheckDocument = (
  document: Document,
  packs: readonly Pack[],
) => Readonly<{ results: readonly CheckResult[] }>

export type Expectation = Verdict | 'none'

/** What one case expected and what came out. */
export type CaseOutcome = Readonly<{
  name: string
  check: string
  expected: Expectation
  actual: Expectation
  passed: boolean
  at: Position
}>

export type CasesRun = Readonly<{ outcomes: readonly CaseOutcome[]; problems: readonly PackProblem[] }>

const caseShape = shapeOf({
  case: required(text),
  check: required(text),
  given: optional(anything),
  text: optional(text),
  expect: required(oneOf(['holds', 'rounding', 'violated', 'cannotCheck', 'none'])),
})

/** Runs the cases of one pack; `files` are its case files. `packs` is what documents are recognised against. */
export function runCases(
  files: readonly SourceNode[],
  pack: Pack,
  engine: Readonly<{ checkDocument: CheckDocument; packs: readonly Pack[] }>,
): CasesRun {
  const problems: PackProblem[] = []
  const outcomes: CaseOutcome[] = []
  const names = new Set<string>()
  for (const node of files.flatMap((file) => (file.kind === 'list' ? file.items : [file]))) {
    const parsed = caseShape.parse(node, problems)
    if (parsed === undefined) continue
    if (names.has(parsed.case))
      problems.push(problemAt(node.at, `情形“${parsed.case}”写了两次，请换个名称。`))
    names.add(parsed.case)
    const ids = pack.checks.map(({ id }) => id)
    if (!ids.includes(parsed.check)) {
      problems.push(problemAt(node.at, `没有叫“${parsed.check}”的规则${didYouMean(parsed.check, ids)}`))
      continue
    }
    const verdicts =
      parsed.text === undefined
        ? runFormCase(node, { pack, check: parsed.check, problems })
        : runTextCase(parsed.text, { ...engine, check: parsed.check, at: node.at, problems })
    const actual = summarise(verdicts, parsed.expect)
    outcomes.push({
      name: parsed.case,
      check: parsed.check,
      expected: parsed.expect,
      actual,
      passed: actual === parsed.expect,
      at: node.at,
    })
  }
  return { outcomes, problems }
}

const nothing: Document = { blocks: [], notes: [] }

type FormCase = Readonly<{ pack: Pack; check: string; problems: PackProblem[] }>

function runFormCase(node: SourceNode, { pack, check, problems }: FormCase): readonly Verdict[] {
  const given = node.kind === 'mapping' ? node.entries.get('given')?.value : undefined
  if (given === undefined) {
    problems.push(
      problemAt(node.at, `情形“${findText(node, 'case') ?? ''}”要写 given（表上的数）或 text（文件）。`),
    )
    return []
  }
  const filled = parseCaseForm(given, pack, makeVocabulary(pack.blocks, pack.groups))
  problems.push(...filled.problems)
  const results = runFormChecks({ ...recognise(nothing, []), forms: [filled.form] }, [pack])
  return results.filter((result) => result.check === check).map(({ verdict }) => verdict)
}

type TextCase = Readonly<{
  checkDocument: CheckDocument
  packs: readonly Pack[]
  check: string
  at: Position
  problems: PackProblem[]
}>

function runTextCase(
  source: string,
  { checkDocument, packs, check, at, problems }: TextCase,
): readonly Verdict[] {
  try {
    const { results } = checkDocument(parseCaseDocument(source), packs)
    return results.filter((result) => result.check === check).map(({ verdict }) => verdict)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    problems.push(problemAt(at, `规则的 parameters 不全或不对：${error.message}`))
    return []
  }
}

/** violated: at least one is; holds: at least one holds and none is violated; none: it was never asked, or never violated. */
function summarise(verdicts: readonly Verdict[], expected: Expectation): Expectation {
  if (verdicts.includes('violated')) return 'violated'
  if (expected === 'none') return verdicts.some((verdict) => verdict === 'holds') ? 'holds' : 'none'
  if (expected !== 'holds' && expected !== 'violated' && verdicts.includes(expected)) return expected
  return verdicts[0] === undefined
    ? 'none'
    : verdicts.includes('holds')
      ? 'holds'
      : verdicts.includes('rounding')
        ? 'rounding'
        : 'cannotCheck'
}

/** The checks and weights of a pack as its own files write them. */
export type OwnRules = Readonly<{ pack: SourceNode | undefined; checks: SourceNode | undefined }>

/** Checks and weights written in this pack's own files that lack a passing or a failing case. */
export function findUncased(
  { pack, checks }: OwnRules,
  outcomes: readonly CaseOutcome[],
): readonly PackProblem[] {
  const weights = pack?.kind === 'mapping' ? pack.entries.get('weights')?.value : undefined
  return [
    ...(weights === undefined ? [] : uncased({ id: weightKind, node: weights }, outcomes)),
    ...(checks?.kind === 'list' ? checks.items : []).flatMap((node) => {
      const id = findText(node, 'id')
      return id === undefined ? [] : uncased({ id, node }, outcomes)
    }),
  ]
}

type Ruled = Readonly<{ id: string; node: SourceNode }>

function uncased({ id, node }: Ruled, outcomes: readonly CaseOutcome[]): readonly PackProblem[] {
  const expected = outcomes.filter(({ check }) => check === id).map((outcome) => outcome.expected)
  const missing = [
    ...(expected.some((each) => each !== 'violated') ? [] : ['一个成立的情形（expect: holds）']),
    ...(expected.includes('violated') ? [] : ['一个不成立的情形（expect: violated）']),
  ]
  return missing.length === 0
    ? []
    : [problemAt(node.at, `规则“${id}”在 cases/ 里缺少${missing.join('和')}。`)]
}
