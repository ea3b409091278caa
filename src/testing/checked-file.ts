import type { CheckedFile } from '../cli/report.js'
import type { CheckResult, Finding } from '../core/law/check.js'

const formBasis = { form: '部门整体支出绩效自评表', clause: '年度资金总额栏' } as const

/** 执行率得分 10 where 9.92 is right, on the third table of a fictitious report. */
export const executionFinding: Finding = {
  verdict: 'violated',
  rule: 'EXE-02',
  check: 'execution-score',
  severity: 'error',
  message: '执行率得分填了10分，按执行率99.16%应为9.92分，多0.08分。请改得分或核对执行数。',
  expected: '9.92',
  stated: '10',
  difference: '0.08',
  unit: '分',
  places: [
    { part: 'table 2', row: 2, column: 8, line: 214, quote: '10' },
    { part: 'table 2', row: 2, column: 7, line: 213, quote: '99.16%' },
  ],
  basis: [formBasis],
  suggestion: {
    place: { part: 'table 2', row: 2, column: 8, line: 214, quote: '10' },
    value: '9.92',
    because: '10 × 99.16% = 9.92',
  },
}

/** A hint from the prose, resting on practice. */
export const hintFinding: Finding = {
  verdict: 'violated',
  rule: 'IND-09',
  check: 'vague-target',
  severity: 'info',
  message: '目标写“效果显著”，没有可衡量的标准。',
  places: [{ part: 'paragraph 14', quote: '效果<显著> & "良好"' }],
  basis: [{ law: 'caiyu-2020-10', clause: '单位自评' }],
}

const holding: CheckResult = {
  verdict: 'holds',
  rule: 'AMT-01',
  check: 'total-of-parts',
  severity: 'error',
  message: '',
  places: [{ part: 'table 2', row: 2, column: 3, quote: '812.60' }],
  basis: [formBasis],
}

/** The report on a fictitious file with one error, one hint and one check that holds. */
export function checkedFile(changes: Partial<CheckedFile> = {}): CheckedFile {
  return {
    status: 'checked',
    file: '自评 报告.txt',
    sha256: 'ab'.repeat(32),
    readAs: 'txt',
    unit: '云溪县水利局',
    budgetYear: 2024,
    forms: [
      {
        form: 'departmentSelfEvaluation',
        pack: 'hunan/department-self-evaluation/2024',
        title: '部门整体支出绩效自评表',
        part: 'table 2',
        indicators: 10,
        statedTotal: '97.5',
        computedTotal: '94',
        derivation: ['执行率 10 × 99.16% = 9.92'],
        rows: [
          {
            label: '执行率',
            weight: '10',
            points: '9.92',
            computed: true,
            stated: '10',
            arithmetic: '10 × 99.16% = 9.92',
            line: '执行率：10 × 99.16% = 9.92，自评 10',
          },
          {
            label: '管护河道长度',
            weight: '90',
            points: '84.08',
            computed: false,
            stated: '84.08',
            arithmetic: '定性指标',
            line: '管护河道长度：定性指标，按自评 84.08 分计',
          },
        ],
        grade: '优',
      },
    ],
    counts: { holds: 1, rounding: 0, violated: 2, cannotCheck: 0 },
    findings: [hintFinding, executionFinding],
    results: [hintFinding, executionFinding, holding],
    headings: { 'table 2': '部门整体支出绩效自评表（第2张表）', 'paragraph 14': '正文 六、整体绩效情况' },
    cells: { 'table 2 2 8': '年度资金总额·得分' },
    basisWords: {
      'form 部门整体支出绩效自评表 年度资金总额栏': '部门整体支出绩效自评表·年度资金总额栏',
      'law caiyu-2020-10 单位自评': '财预〔2020〕10号 单位自评（依据待核）',
    },
    titles: { 'execution-score': '执行率得分等于分值乘执行率', 'total-of-parts': '合计等于各项之和' },
    unplaced: 0,
    shown: undefined,
    notes: [],
    ...changes,
  }
}
