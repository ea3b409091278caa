import { describe, expect, it } from 'vitest'
import { filingAsJson } from '../../cli/output/filing-json.js'
import { loadPacks } from '../../packs/load-packs.js'
import { readSeedFilings, seedFiles } from '../../testing/seed-filings.js'
import { DomainError } from '../errors/errors.js'
import { parseFiling } from './parse-filing.js'

const packs = loadPacks()

describe('a filing from its own JSON', () => {
  it.skipIf(seedFiles().length === 0)('is the same filing, for every sample report', async () => {
    const seeds = await readSeedFilings()
    expect(seeds.length).toBeGreaterThanOrEqual(5)
    for (const { name, filing } of seeds) {
      const again = parseFiling(JSON.parse(filingAsJson(filing)), packs)
      expect(again, name).toEqual(filing)
    }
  })
})

describe('a filing written by hand', () => {
  const byHand = {
    unit: '云溪县文化馆',
    budgetYear: 2024,
    forms: [
      {
        pack: 'hunan/department-self-evaluation/2024',
        fields: { unitName: '云溪县文化馆', 'totalFunds.executedAmount': '98.50', 'totalFunds.rate': '98.5' },
        lists: {
          dimensions: [{ name: '产出指标', weight: '50' }],
          indicators: [
            {
              dimension: '产出指标',
              aspect: '数量指标',
              name: '演出场次',
              target: '12',
              nature: '≥',
              unit: '场',
            },
          ],
        },
      },
    ],
  }

  it('needs no more than packs and printed texts', () => {
    const { forms, facts, document } = parseFiling(byHand, packs)
    const [form] = forms
    expect(form?.form).toBe('departmentSelfEvaluation')
    expect(form?.fields['totalFunds.executedAmount']).toMatchObject({ text: '98.50', unit: '万元' })
    expect(form?.fields['totalFunds.rate']?.unit).toBe('%')
    expect(facts.map(({ quantity }) => quantity)).toContain('totalExpenditure')
    expect(document.blocks).toEqual([])
  })

  it('joins the sign and the unit that stand in columns of their own to the target', () => {
    const target = parseFiling(byHand, packs).forms[0]?.lists.indicators?.[0]?.target
    expect(target).toMatchObject({
      text: '12',
      unit: '场',
      stated: { kind: 'number', relation: 'atLeast', unit: '场' },
    })
  })

  it('takes the year from the report where none is given', () => {
    const blocks = [{ paragraph: '云溪县文化馆2024年度整体支出绩效自评报告' }]
    expect(parseFiling({ ...byHand, budgetYear: null, blocks }, packs).budgetYear).toBe(2024)
  })
})

describe('a filing with a mistake is refused with the place and what to do', () => {
  const form = { pack: 'any/duties/2020' }
  it.each([
    ['no object at all', [], '最外层', '{"名称": 值}'],
    ['an unknown key', { form: [] }, 'form', '是不是“forms”？'],
    ['another schema', { schema: 'hengxiao.check/1', forms: [form] }, 'schema', 'hengxiao.filing/1'],
    ['nothing in it', { unit: '云溪县文化馆' }, '最外层', '既没有表'],
    ['a year in words', { budgetYear: '2024', forms: [form] }, 'budgetYear', '整数'],
    ['an unknown pack', { forms: [{ pack: 'any/duty/2020' }] }, 'forms[0].pack', '是不是“any/duties/2020”？'],
    [
      'a number without quotes',
      { forms: [{ ...form, lists: { duties: [{ duty: 1 }] } }] },
      'forms[0].lists.duties[0].duty',
      '加引号',
    ],
    ['an unknown list', { forms: [{ ...form, lists: { duty: [] } }] }, 'forms[0].lists.duty', '没有这个清单'],
    [
      'an unknown column',
      { forms: [{ ...form, lists: { duties: [{ dutty: '' }] } }] },
      'forms[0].lists.duties[0].dutty',
      '是不是“duty”？',
    ],
    [
      'an unknown field',
      { forms: [{ ...form, fields: { unitName: '' } }] },
      'forms[0].fields.unitName',
      '没有这一栏',
    ],
    [
      'a prototype as field',
      JSON.parse('{"forms":[{"pack":"any/duties/2020","fields":{"__proto__":"x"}}]}'),
      'forms[0].fields.__proto__',
      '没有这一栏',
    ],
    ['an unknown table without its cells', { forms: [{ pack: 'any/table/2020' }] }, 'forms[0]', '原表'],
    [
      'a cell outside its table',
      { blocks: [{ table: { rows: 1, columns: 1, cells: [{ row: 1, column: 0, text: '' }] } }] },
      'blocks[0].table.cells[0].row',
      '0 到 0',
    ],
    [
      'a table beyond memory',
      { blocks: [{ table: { rows: 1e6, columns: 1e6, cells: [] } }] },
      'blocks[0].table',
      '太大',
    ],
    ['a block of nothing', { blocks: [{}] }, 'blocks[0]', 'paragraph'],
  ])('%s', (_mistake, json, where, words) => {
    const refusal = refusalOf(json)
    expect(refusal.code).toBe('FILING_WRONG')
    expect(refusal.message).toContain(`“${where}”`)
    expect(refusal.message).toContain(words)
  })
})

function refusalOf(json: unknown): DomainError {
  try {
    parseFiling(json, packs)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('it was not refused')
}
