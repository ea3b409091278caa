import { describe, expect, it } from 'vitest'
import { checkedFile, executionFinding, hintFinding } from '../../testing/checked-file.js'
import type { FileReport } from '../report.js'
import { createOutput } from './create-output.js'
import { groupFindings } from './groups.js'
import { comparisonWords, countWords, placeWords, verdictSentence } from './words.js'

const unreadable: FileReport = {
  status: 'unreadable',
  file: '损坏.docx',
  sha256: undefined,
  error: { code: 'FILE_DAMAGED', message: '文件已损坏。' },
}

async function render(format: string, reports: readonly FileReport[], all = false): Promise<string> {
  const output = await createOutput(format, { all, colour: false, columns: 100, files: reports.length })
  return output.begin() + reports.map(output.file).join('') + output.end()
}

describe('words', () => {
  it('count rows and columns from one, as people do', () => {
    const place = { part: 'table 2', row: 2, column: 8, line: 214, quote: '10' }
    expect(placeWords(place, { cells: {} })).toBe('第2张表第3行第9列“10”（文本第214行）')
  })

  it('name the cell as its form does', () => {
    const place = { part: 'table 2', row: 2, column: 8, quote: '10' }
    expect(placeWords(place, checkedFile())).toBe('第2张表第3行第9列（年度资金总额·得分）“10”')
  })

  it('say that a cell is blank', () => {
    expect(placeWords({ part: 'table 1', row: 0, column: 0, quote: ' ' }, { cells: {} })).toBe(
      '第1张表第1行第1列（空白）',
    )
  })

  it('use corner marks where the words hold quotation marks', () => {
    const place = { part: 'paragraph 3', quote: '“三公”经费4.86万元' }
    expect(placeWords(place, { cells: {} })).toBe('第3段「“三公”经费4.86万元」')
  })

  it('say how much too little it is, and call the difference of two rates points', () => {
    const rate = {
      ...executionFinding,
      message: '算错。',
      stated: '5.2',
      expected: '4.38',
      difference: '0.82',
      unit: '%',
    }
    expect(comparisonWords(executionFinding)).toBe('')
    expect(comparisonWords(rate)).toBe('填写 5.2% · 应为 4.38% · 多 0.82个百分点')
    const less = {
      ...executionFinding,
      message: '算错。',
      stated: '4.4',
      expected: '6.4',
      difference: '-2',
      unit: '万元',
    }
    expect(comparisonWords(less)).toBe('填写 4.4万元 · 应为 6.4万元 · 少 2万元')
  })

  it('sum up in one line what was checked', () => {
    expect(countWords({ holds: 58, rounding: 1, violated: 3, cannotCheck: 1 })).toBe(
      '核对 63 项：58 成立，1 舍入可解释，3 不成立，1 无法核对',
    )
  })

  it('say it plainly when nothing could be checked, instead of praising the file', () => {
    const counts = { holds: 0, rounding: 0, violated: 0, cannotCheck: 0 }
    expect(verdictSentence(checkedFile({ findings: [], forms: [], counts }))).toContain('没有认出自评表')
  })
})

describe('grouping', () => {
  it('puts the group with the worst finding first', () => {
    expect(groupFindings(checkedFile()).map(({ heading }) => heading)).toEqual([
      '部门整体支出绩效自评表（第2张表）',
      '正文 六、整体绩效情况',
    ])
  })

  it('puts the worst first inside a group', () => {
    const low = { ...hintFinding, places: executionFinding.places }
    const [group] = groupFindings(checkedFile({ findings: [low, executionFinding] }))
    expect(group?.findings.map(({ severity }) => severity)).toEqual(['error', 'info'])
  })
})

describe('text for people', () => {
  it('shows mark, place, both numbers, basis and advice', async () => {
    const text = await render('text', [checkedFile()])
    for (const words of [
      '✗ 错误',
      '第2张表第3行第9列（年度资金总额·得分）“10”',
      '填了10分，按执行率99.16%应为9.92分，多0.08分',
      '改为“9.92”',
      '[EXE-02]',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).toContain('财预〔2020〕10号 单位自评（依据待核）')
  })

  it('holds no colour codes unless asked for', async () => {
    expect(await render('text', [checkedFile()])).not.toContain('\u001b')
    const output = await createOutput('text', { all: false, colour: true, columns: 100, files: 1 })
    expect(output.file(checkedFile(), 0)).toContain('\u001b[31m')
  })

  it('lists what holds only with --all', async () => {
    expect(await render('text', [checkedFile()])).not.toContain('合计等于各项之和')
    expect(await render('text', [checkedFile()], true)).toContain('合计等于各项之和')
  })
})

describe('json', () => {
  it('has the keys of hengxiao.check/1 and numbers as decimal strings', async () => {
    const json = JSON.parse(await render('json', [checkedFile(), unreadable]))
    expect(json.schema).toBe('hengxiao.check/1')
    const [file, broken] = json.files
    expect(Object.keys(file)).toEqual(
      'file sha256 readAs status unit budgetYear forms counts findings'.split(' '),
    )
    expect(file.forms[0]).toEqual({
      form: 'departmentSelfEvaluation',
      pack: 'hunan/department-self-evaluation/2024',
      indicators: 10,
      statedTotal: '97.5',
      computedTotal: '94',
    })
    expect(Object.keys(file.findings[1])).toEqual(
      'rule check severity message expected stated difference unit places basis suggestion'.split(' '),
    )
    expect(file.findings[1].places[0]).toEqual({ part: 'table 2', row: 2, column: 8, line: 214, quote: '10' })
    expect(broken).toEqual({
      file: '损坏.docx',
      status: 'unreadable',
      error: { code: 'FILE_DAMAGED', message: '文件已损坏。' },
    })
  })

  it('lists every check only with --all', async () => {
    const json = JSON.parse(await render('json', [checkedFile()], true))
    expect(json.files[0].checks[2]).toEqual({
      rule: 'AMT-01',
      check: 'total-of-parts',
      verdict: 'holds',
      places: [{ part: 'table 2', row: 2, column: 3, quote: '812.60' }],
    })
  })

  it('is valid for no files at all', async () => {
    expect(JSON.parse(await render('json', []))).toEqual({ schema: 'hengxiao.check/1', files: [] })
  })
})
