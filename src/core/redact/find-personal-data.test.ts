import fastCheck from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardOf, identityOf } from '../../testing/planted-words.js'
import { findPersonalData } from './find-personal-data.js'
import { type Passage, type RedactionRule, redactionRules, withoutPersonalData } from './passage.js'

function passage(text: string, headings: readonly string[] = [], holds?: 'author'): Passage {
  const plain = { place: '某处', text, headings }
  return holds === undefined ? plain : { ...plain, holds }
}

/** Each text without what was found in it. */
function redacted(...texts: readonly (string | Passage)[]): readonly string[] {
  const passages = texts.map((one) => (typeof one === 'string' ? passage(one) : one))
  const { removals } = findPersonalData(passages)
  return passages.map(({ text }, index) =>
    withoutPersonalData(
      text,
      removals.filter((removal) => removal.passage === index),
    ),
  )
}

/** For each rule what only this rule finds: without it the test fails. */
const onlyByRule: Readonly<Record<RedactionRule, readonly (string | Passage)[]>> = {
  'field-person': ['填表人：陈小满'],
  'field-phone': ['联系电话：28580000'],
  'field-identity': ['身份证号：110000190001010001'],
  'field-account': ['银行账号：1234567890123'],
  'field-email': ['邮箱：box@intranet'],
  'field-contact': ['微信号：xiaoman_01'],
  author: [passage('lenovo', [], 'author')],
  'pattern-mobile': ['请打13800000000'],
  'pattern-landline': ['请打0700-2123456'],
  'pattern-identity': [`证件${identityOf('11000019000101000')}`],
  'pattern-bank-card': [`打入${cardOf('621700000000000001')}`],
  'pattern-email': ['发到 box@example.com'],
  'repeated-name': ['填表人：陈小满', '随后陈小满归档'],
  'repeated-number': ['联系电话：28580000', '也可打28580000'],
  'user-folder': ['C:\\Users\\xiaoman\\Desktop\\1.docx'],
}

describe('the rules', () => {
  it.each(Object.keys(redactionRules))('%s finds what no other rule finds', (rule) => {
    const given = Object.entries(onlyByRule).find(([name]) => name === rule)?.[1] ?? []
    const passages = given.map((one) => (typeof one === 'string' ? passage(one) : one))
    const { removals } = findPersonalData(passages)
    expect(removals.at(-1)?.rule).toBe(rule)
    expect(removals.at(-1)?.passage).toBe(passages.length - 1)
  })
})

describe('a name after a label', () => {
  it.each([
    ['填表人：陈小满  填报日期：2024年5月14日', '填表人：（已隐去）  填报日期：2024年5月14日'],
    ['填 报 人 :陈　小　满　电话:', '填 报 人 :（已隐去）　电话:'],
    ['单位负责人（签字）：陈小满（盖章）', '单位负责人（签字）：（已隐去）（盖章）'],
    ['经办人陈小满', '经办人（已隐去）'],
    ['经办人于会后归档，经办人易地交流', '经办人于会后归档，经办人易地交流'],
    ['单位负责人：（签字）陈小满', '单位负责人：（签字）（已隐去）'],
    ['单位负责人（签章）陈小满', '单位负责人（签章）（已隐去）'],
    ['填表人：陈小满（手机13800000000）', '填表人：（已隐去）（手机（已隐去））'],
    ['电话/传真：0700-2123456/0700-2123457', '电话/传真：（已隐去）/（已隐去）'],
    [
      '联系电话：28580000,28580001、13800000000,13900000000',
      '联系电话：（已隐去）,（已隐去）、（已隐去）,（已隐去）',
    ],
    ['姓名:陈小满,性别:男', '姓名:（已隐去）,性别:男'],
    ['联系电话：28580000 2024-5-14', '联系电话：（已隐去） 2024-5-14'],
    ['经办人 陈小满 2024.5.14', '经办人 （已隐去） 2024.5.14'],
    ['联系人：陈小满主任', '联系人：（已隐去）主任'],
    ['联系人：陈主任', '联系人：（已隐去）主任'],
    ['联系人：欧阳谷雨、何小寒', '联系人：（已隐去）、（已隐去）'],
    ['联系人：阿依古丽·买买提', '联系人：（已隐去）'],
    ['联系人：Chen Xiaoman', '联系人：（已隐去）'],
    ['项 目 联 系 人 为 陈 小 满 ， 请 按 时 报 送', '项 目 联 系 人 为 （已隐去） ， 请 按 时 报 送'],
    ['负责人：高峰', '负责人：（已隐去）'],
    ['填表人：\n陈小满\n联系电话：\n2858 0000', '填表人：\n（已隐去）\n联系电话：\n（已隐去）'],
    ['填表人：____陈小满____', '填表人：____（已隐去）____'],
  ])('of %s leaves %s', (text, left) => {
    expect(redacted(text)).toEqual([left])
  })

  it('is found below its label and beside it, but no sentence is', () => {
    expect(redacted(passage('陈小满', ['单位负责人（签字）：']))).toEqual(['（已隐去）'])
    expect(redacted(passage('陈 小 满  2024年5月', ['填表人']))).toEqual(['（已隐去）  2024年5月'])
    expect(redacted(passage('高标准推进项目建设', ['项目负责人']))).toEqual(['高标准推进项目建设'])
    expect(redacted(passage('职工共12人', ['联系人：']))).toEqual(['职工共12人'])
  })

  it('goes wherever else it stands, but for a unit named after somebody and for words that look alike', () => {
    const [, ...others] = redacted(
      '填表人：高明　审核人：陈小满',
      '由高明负责，高明主任签字。',
      '提高明显，高明度。',
      '陈小满小学获奖。',
      '会上陈小满到小学调研。',
    )
    expect(others).toEqual([
      '由（已隐去）负责，（已隐去）主任签字。',
      '提高明显，高明度。',
      '陈小满小学获奖。',
      '会上（已隐去）到小学调研。',
    ])
  })
})

describe('what stays', () => {
  it.each([
    '财预〔2020〕10号，2080801，1,234.56万元，98.76%，2024年5月14日',
    '联系电话：2024年5月',
    '联系电话：12345',
    '合计13800000000元，占13.8%',
    '项目编码：138000000001380000000',
    '统一社会信用代码：110000190001010001',
    '接听电话13800000人次',
    '有 15000 200000 两档',
    '150 2000 3000 400 500',
    '服务热线：0700-2123400',
    '编号6200000000000006，单号621700000000000000',
    '项目负责人 项目资金 年度预算 时效指标',
    '填表人：　　　填报日期：　　联系电话：',
    '负责人：由分管领导兼任',
    '审核、复核人员和经办人员应当签字',
  ])('%s', (text) => {
    expect(redacted(text)).toEqual([text])
  })

  it('an amount with the digits of somebody’s telephone, by the head of its column', () => {
    const texts = ['手机：13800000000', passage('13800000000', ['合计', '预算数']), '电话13800000000']
    expect(redacted(...texts)).toEqual(['手机：（已隐去）', '13800000000', '电话（已隐去）'])
  })

  it('what was removed before', () => {
    const texts = ['填表人：陈小满', '微信号：xm_1，住址：云溪县柳河镇', passage('zhang', [], 'author')]
    const once = redacted(...texts)
    expect(
      redacted(...once.map((text, index) => passage(text, [], index === 2 ? 'author' : undefined))),
    ).toEqual(once)
  })
})

/** Ways to write the same digits: spaces, dashes, full width, unseen signs. */
const variants = {
  width: fastCheck.boolean(),
  gap: fastCheck.constantFrom('', ' ', '-', '\u3000', '—', '\u200b', '\u00a0', '\n'),
  label: fastCheck.constantFrom('手机', '联系电话', '电　话', '联系方式'),
  colon: fastCheck.constantFrom('：', ':', '： ', '：\n', ' : ', '︰'),
  last: fastCheck.integer({ min: 0, max: 9 }),
}

describe('however it is written', () => {
  it('a mobile number after a label goes whole', () => {
    fastCheck.assert(
      fastCheck.property(fastCheck.record(variants), ({ width, gap, label, colon, last }) => {
        const plain = ['138', '0000', `000${last}`].join(gap)
        const number = width ? plain.replace(/\d/g, wide) : plain
        const [text] = redacted(`${label}${colon}${number}，其余照旧`)
        expect(text).toBe(`${label}${colon}（已隐去），其余照旧`)
      }),
      { seed: 20240514, numRuns: 500 },
    )
  })

  it('a name after a label goes whole', () => {
    const name = fastCheck.constantFrom('陈小满', '何寒', '欧阳谷雨', '赵立秋')
    const gaps = fastCheck.constantFrom('', ' ', '　', '  ', '\u200b', '\u00a0')
    const labels = fastCheck.constantFrom(
      '填表人',
      '填 报 人',
      '单位负责人（签字）',
      '项目联系人',
      '审核人签名',
    )
    fastCheck.assert(
      fastCheck.property(name, gaps, labels, variants.colon, (given, gap, label, colon) => {
        const [text] = redacted(`${label}${colon}${[...given].join(gap)}　填报日期：2024年5月`)
        expect(text).toBe(`${label}${colon}（已隐去）　填报日期：2024年5月`)
      }),
      { seed: 20240514, numRuns: 500 },
    )
  })
})

function wide(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) + 0xfee0)
}
