import type {
  ParagraphStyle,
  PrintedCell,
  PrintedFiling,
  PrintedForm,
  PrintedParagraph,
} from '../core/paper/printed.js'

/** A fictitious unit's filing made by hand: a report of two pages, an upright form with merges, a landscape form. */
export function samplePrinted(): PrintedFiling {
  return {
    title: '云溪县退役军人事务局2023年度部门整体支出绩效自评报告',
    unit: '云溪县退役军人事务局',
    budgetYear: 2023,
    blocks: [...sampleReport(), line('attachment', '附件1'), sampleForm(), sampleLandscape()],
  }
}

/** A paragraph of one run. */
export function line(style: ParagraphStyle, text: string): PrintedParagraph {
  return { kind: 'paragraph', style, runs: [{ text, field: undefined }] }
}

/** The report alone. */
export function sampleReport(): readonly PrintedParagraph[] {
  const body = '本单位严格按照年初批复的绩效目标组织实施，优抚对象抚恤补助按月足额发放，全年未发生迟发漏发。'
  return [
    line('title', '云溪县退役军人事务局\n2023年度部门整体支出绩效自评报告'),
    line('heading1', '一、部门（单位）基本情况'),
    line('heading2', '（一）主要职能'),
    line('body', `${body}${body}《退役军人保障法》“双拥”工作扎实推进。`),
    line('heading3', '1.机构设置'),
    line('body', '本单位编制20人，在职18人，控制率90.00%，下设办公室、优抚股、安置股（含军休所）。'),
    line('heading1', '二、预算支出情况'),
    {
      kind: 'paragraph',
      style: 'body',
      runs: [
        { text: '2023年全年预算数', field: undefined },
        { text: '1,234.56', field: 'forms[0].totalFunds.adjustedBudget' },
        { text: '万元，全年执行数', field: undefined },
        { text: '1,200.00', field: 'forms[0].totalFunds.executedAmount' },
        { text: '万元，执行率97.20%，比上年减少12.3万元，降低1.01%。', field: undefined },
      ],
    },
    ...Array.from({ length: 6 }, (_, at) => line('body', `（${at + 1}）${body}${body}`)),
    line('closing', '云溪县退役军人事务局'),
    line('closing', '2024年5月8日'),
  ]
}

type Spot = readonly [row: number, column: number, rowSpan: number, columnSpan: number, text: string]

/** An upright form with cells merged down and across. */
export function sampleForm(): PrintedForm {
  return formOf({
    title: '2023年度部门（单位）整体支出绩效自评表',
    subtitle: '单位：万元',
    orientation: 'portrait',
    widths: [8, 12, 12, 22, 12, 12, 8, 8, 14],
    rows: 12,
    header: { from: 5, to: 6 },
    signature: '填表人：张三　填报日期：2024年5月8日　联系电话：0000-0000000　单位负责人签字：李四',
    spots: [
      [0, 0, 1, 3, '预算部门（单位）名称'],
      [0, 3, 1, 6, '云溪县退役军人事务局'],
      [1, 0, 2, 1, '年度预算申请（万元）'],
      [1, 1, 1, 2, ''],
      [1, 3, 1, 1, '年初预算数'],
      [1, 4, 1, 1, '全年预算数'],
      [1, 5, 1, 1, '全年执行数'],
      [1, 6, 1, 1, '分值'],
      [1, 7, 1, 1, '执行率'],
      [1, 8, 1, 1, '得分'],
      [2, 1, 1, 2, '年度资金总额'],
      [2, 3, 1, 1, '1,100.00'],
      [2, 4, 1, 1, '1,234.56'],
      [2, 5, 1, 1, '1,200.00'],
      [2, 6, 1, 1, '10'],
      [2, 7, 1, 1, '97.20%'],
      [2, 8, 1, 1, '9.72'],
      [3, 0, 2, 1, '年度总体目标'],
      [3, 1, 1, 4, '预期目标'],
      [3, 5, 1, 4, '实际完成情况'],
      [4, 1, 1, 4, '按月足额发放优抚对象抚恤补助，落实退役军人安置政策，保障重点群体权益。'],
      [4, 5, 1, 4, '已按月足额发放，全年安置退役士兵12人。'],
      [5, 0, 7, 1, '绩\n效\n指\n标'],
      ...['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'].map(
        (text, at): Spot => [5, at + 1, 1, 1, text],
      ),
      [5, 8, 1, 1, '偏差原因分析及改进措施'],
      [6, 1, 4, 1, '产出指标\n（50分）'],
      ...indicator(6, ['数量指标', '优抚对象人数', '≥1200人', '1210人', '20', '20', '']),
      ...indicator(7, ['质量指标', '发放准确率', '100%', '100%', '10', '10', '']),
      ...indicator(8, ['时效指标', '发放及时率', '每月15日前', '每月10日前', '10', '10', '']),
      ...indicator(9, ['成本指标', '补助总额', '≤1100万元', '1090万元', '10', '10', '']),
      [10, 1, 1, 1, '满意度指标\n（10分）'],
      ...indicator(10, [
        '服务对象满意度',
        '优抚对象满意度',
        '≥90%',
        '88%',
        '10',
        '9.78',
        '政策解读不够，下年加强宣传',
      ]),
      [11, 1, 1, 5, '总分'],
      [11, 6, 1, 1, '100'],
      [11, 7, 1, 1, '99.50'],
      [11, 8, 1, 1, ''],
    ],
  })
}

/** A form printed across, with more rows than a page holds. */
export function sampleLandscape(): PrintedForm {
  const labels = ['职能', '任务', '预算数（万元）', '执行数（万元）', '执行率', '完成情况']
  return formOf({
    title: '职能—任务—预算—执行情况表',
    subtitle: undefined,
    orientation: 'landscape',
    widths: [20, 30, 14, 14, 10, 30],
    rows: 61,
    header: { from: 0, to: 1 },
    signature: undefined,
    spots: [
      ...labels.map((text, at): Spot => [0, at, 1, 1, text]),
      ...Array.from({ length: 60 }, (_, at): readonly Spot[] =>
        ['优待抚恤', `第${at + 1}项优抚对象补助`, '10.00', '9.90', '99.00%', '已完成'].map(
          (text, column): Spot => [at + 1, column, 1, 1, text],
        ),
      ).flat(),
    ],
  })
}

function indicator(row: number, texts: readonly string[]): readonly Spot[] {
  return texts.map((text, at): Spot => [row, at + 2, 1, 1, text])
}

type Sketch = Readonly<
  Pick<PrintedForm, 'title' | 'subtitle' | 'orientation' | 'widths' | 'rows' | 'header' | 'signature'> & {
    spots: readonly Spot[]
  }
>

function formOf({ spots, ...sketch }: Sketch): PrintedForm {
  const cells = spots.map(([row, column, rowSpan, columnSpan, text]): PrintedCell => {
    const kind = /[\d，]/.test(text) ? 'value' : 'label'
    const align = text.length > 20 ? 'left' : 'center'
    return { row, column, rowSpan, columnSpan, text, kind, align, field: undefined, type: undefined }
  })
  const form: PrintedForm['form'] = {
    form: 'unknown',
    pack: 'any/self-evaluation/any',
    title: sketch.title,
    titlePlace: undefined,
    table: 1,
    year: 2023,
    fields: {},
    lists: {},
    signature: undefined,
  }
  return { kind: 'form', form, index: 0, cells, ...sketch }
}
