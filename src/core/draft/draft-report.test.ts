import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/load-packs.js'
import { boundFigures, unboundFigures } from '../../testing/draft-figures.js'
import { shanxiReport } from '../../testing/draft-forms.js'
import { departmentFiling, departmentText, soundYear, yearBefore } from '../../testing/draft-samples.js'
import { filingOf, projectForm } from '../../testing/sample-forms.js'
import { checkDocument } from '../checks/check-document.js'
import { DomainError } from '../errors/errors.js'
import type { Filing } from '../filing/filing.js'
import type { Finding } from '../law/check.js'
import { type Draft, textOfRuns } from './draft.js'
import { draftDocument } from './draft-document.js'
import { draftReport } from './draft-report.js'

const packs = loadPacks()
const filing = departmentFiling(soundYear)
const lastYear = departmentFiling(yearBefore)
const draft = draftReport({ filing, lastYear, packs })

const textOf = ({ paragraphs }: Draft): string => paragraphs.map(({ runs }) => textOfRuns(runs)).join('\n')

function findingsOf({ blocks }: Draft, of: Filing): readonly Finding[] {
  return checkDocument(draftDocument(blocks, of).document, packs).findings
}

const serious = (findings: readonly Finding[]): readonly string[] =>
  findings.flatMap(({ severity, message }) => (severity === 'info' ? [] : [message]))

describe('a draft from a sound filing and last year’s', () => {
  it('has nothing that our own check objects to', () => {
    expect(serious(checkDocument(filing.document, packs).findings)).toEqual([])
    expect(serious(findingsOf(draft, filing))).toEqual([])
  })

  it('asks for nothing', () => {
    expect(draft.missing).toEqual([])
    expect(textOf(draft)).not.toContain('〔')
  })

  it('states no figure that no field says', () => {
    expect(unboundFigures(draft.blocks)).toEqual([])
    const bound = boundFigures(draft.blocks, filing)
    expect(bound.length).toBeGreaterThan(40)
    expect(bound.filter(([run, cell]) => !cell.replace(/\s/g, '').includes(run.replace('%', '')))).toEqual([])
  })

  it('compares with last year', () => {
    expect(textOf(draft)).toContain('全年执行数比上年增加42.66万元，增长5.36%。')
    expect(textOf(draft)).toContain('实际在职人数与上年持平')
    expect(textOf(draft)).toContain(
      '“三公”经费年初预算数4.80万元，决算数4.50万元，比上年减少0.36万元，下降7.41%。',
    )
  })

  it('numbers the outline and closes with unit, date and forms', () => {
    const lines = textOf(draft).split('\n')
    const chapters = lines.filter((line) => /^[一二三四五六七八九十]+、/.test(line)).map((line) => line[0])
    expect(chapters.join('')).toBe('一二三四五六七八')
    expect(lines[0]).toBe('2024年度云溪县水利局部门整体支出绩效自评报告')
    expect(lines).toContain('2025年3月20日')
    expect(draft.blocks.flatMap((block) => (block.kind === 'formPlace' ? [block.form] : []))).toEqual([0, 1])
  })
})

describe('a draft without last year’s filing', () => {
  it('compares only what the base data compare themselves', () => {
    const text = textOf(draftReport({ filing, lastYear: undefined, packs }))
    expect(text).not.toContain('全年执行数比上年')
    expect(text).toContain('项目支出年初预算数430.20万元，决算数446.00万元，比上年增加26.00万元，增长6.19%。')
  })
})

describe('what a draft says of problems', () => {
  it('takes the reason from the indicator that lost points', () => {
    const reason = '两个村的管网改造推迟到次年，已重排工期'
    const given = { ...soundYear, total: '96.52', deduction: { score: '26.67', actual: '800户', reason } }
    const deducted = departmentFiling(given)
    const found = draftReport({ filing: deducted, lastYear, packs })
    expect(textOf(found)).toContain(`“受益农户”扣3.33分，原因：${reason}。`)
    expect(textOf(found)).not.toContain('没有扣分')
    expect(serious(findingsOf(found, deducted))).toEqual([])
  })

  it('asks for the reason where none is given', () => {
    const given = { ...soundYear, total: '96.52', deduction: { score: '26.67', actual: '800户', reason: '' } }
    const { missing } = draftReport({ filing: departmentFiling(given), lastYear, packs })
    expect(missing).toMatchObject([
      { name: '受益农户的偏差原因分析及改进措施', section: '存在的主要问题', reason: 'notStated' },
    ])
  })

  it('tells money that was not spent, and asks why', () => {
    const given = { ...soundYear, executed: '700.00', rate: '82.25%', rateScore: '8.23', total: '98.23' }
    const found = draftReport({ filing: departmentFiling(given), lastYear, packs })
    expect(textOf(found)).toContain(
      '预算执行率为82.25%，低于90%，有151.06万元没有执行，原因是〔请填写：预算没有执行的原因〕。',
    )
    expect(found.missing.map(({ name }) => name)).toContain('预算没有执行的原因')
  })

  it('never says that spending was kept within the budget when it was not', () => {
    const given = { ...soundYear, threePublic: ['4.86', '4.80', '5.10'] } as const
    const text = textOf(draftReport({ filing: departmentFiling(given), lastYear, packs }))
    expect(text).toContain('“三公”经费决算数超出预算数0.30万元')
    expect(text).not.toMatch(/严格控制|严控|未超/)
  })
})

describe('what a filing states in two ways', () => {
  it('is asked to be made sure of, not repeated', () => {
    const twice = departmentText(soundYear).replace('本单位为行政单位', '本单位为行政单位，编制数25人')
    const found = draftReport({ filing: filingOf(twice), lastYear, packs })
    const doubtful = found.missing.filter(({ reason }) => reason === 'contradicted')
    expect(doubtful.length).toBeGreaterThan(0)
    expect(doubtful.every(({ message }) => message.endsWith('。'))).toBe(true)
    expect(textOf(found)).toContain('〔请核对：基础数据表·编制数、')
  })
})

describe('project forms beside the unit’s own', () => {
  const withProject = (text: string, form: string): Filing => filingOf(`${text}\n附件3\n${form}`)

  it('are each said with their own figures and last year’s of the same project', () => {
    const now = withProject(departmentText(soundYear), projectForm)
    const other = projectForm.replaceAll('2024', '2023').replaceAll('90.00', '75.00')
    const found = draftReport({
      filing: now,
      lastYear: withProject(departmentText(yearBefore), other),
      packs,
    })
    expect(textOf(found)).toContain(
      '农村饮水项目全年预算数100.00万元，全年执行数90.00万元，比上年增加15.00万元，增长20%，自评总分99分。',
    )
  })

  it('never borrow a figure of the unit for a blank cell', () => {
    const now = withProject(departmentText(soundYear), projectForm.replaceAll('100.00', ''))
    const found = draftReport({ filing: now, lastYear, packs })
    expect(textOf(found)).toContain('农村饮水项目全年预算数〔请填写：农村饮水的全年预算数〕万元')
  })
})

describe('what the prose states in two ways', () => {
  it('is asked to be made sure of with both figures', () => {
    const twice = shanxiReport.replace(
      '2021年决算收入176.50万元。',
      '2021年决算收入176.50万元。\n2021年决算收入186.50万元。',
    )
    const { missing } = draftReport({ filing: filingOf(twice), lastYear: undefined, packs })
    expect(missing).toContainEqual({
      name: '决算收入',
      section: '决算分析',
      reason: 'contradicted',
      message: '正文里“决算收入”写了几个不同的数：176.50、186.50。请核对后填写。',
    })
  })

  it('is taken where it is stated once, and compared with last year’s prose', () => {
    const lastReport = shanxiReport.replaceAll('2021', '2020').replace('176.50万元。\n', '160.00万元。\n')
    const now = filingOf(shanxiReport)
    const found = draftReport({ filing: now, lastYear: filingOf(lastReport), packs })
    expect(textOf(found)).toContain('2021年决算收入176.50万元，比上年增加16.50万元，增长10.31%。')
    expect(serious(findingsOf(found, now))).toEqual([])
  })
})

describe('what nothing says', () => {
  const bare = filingOf(projectForm)
  const found = draftReport({ filing: bare, lastYear: undefined, packs })

  it('is asked for by name and never invented', () => {
    expect(found.missing.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['项目的立项依据和主要内容', '公开的渠道和时间', '报告日期']),
    )
    for (const { name, reason } of found.missing)
      if (reason === 'notStated') expect(textOf(found)).toContain(`〔请填写：${name}〕`)
    expect(unboundFigures(found.blocks)).toEqual([])
  })

  it('is found by our own check as a hint, not as an error', () => {
    const questions = findingsOf(found, bare).filter(({ check }) => check === 'placeholders')
    expect(questions.length).toBeGreaterThan(0)
    expect(questions.every(({ severity }) => severity === 'warning')).toBe(true)
  })

  it('is refused in one sentence when there is no outline for it', () => {
    const nothing = filingOf('会议通知\n请于周五到会。')
    expect(() => draftReport({ filing: nothing, lastYear: undefined, packs })).toThrow(DomainError)
  })
})

describe('what the unit wrote itself', () => {
  it('is taken from last year when this year has only forms, and asked to be looked at again', () => {
    const only = { ...filing, narrative: { ...filing.narrative, sections: [] } }
    const found = draftReport({ filing: only, lastYear, packs })
    expect(textOf(found)).toContain('负责全县水资源管理、农村供水、防汛抗旱和水利工程建设管理。')
    expect(found.missing).toContainEqual(
      expect.objectContaining({ section: '部门主要职能', reason: 'fromLastYear' }),
    )
  })
})
