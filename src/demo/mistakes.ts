import type { FilingContent, FormContent, ReportParagraph } from '../core/editing/content.js'

/** A mistake of a kind that real reports hold. `rules`: one of these the engine must report. */
export type Mistake = Readonly<{
  rules: readonly string[]
  plant: (content: FilingContent) => FilingContent
}>

/** Planted in filings of the demonstration; a test holds that the engine finds each one. */
export const mistakes = {
  /** 总分 is not what the rows add up to. */
  wrongTotal: { rules: ['SCR-04'], plant: changeField('total.score', '89.93') },
  /** 执行率得分 does not follow from the execution rate. */
  executionScore: { rules: ['EXE-02'], plant: changeField('totalFunds.score', '9') },
  executionRate: { rules: ['EXE-01'], plant: changeField('totalFunds.rate', '93.62%') },
  /** 得分 above its 分值. */
  scoreAboveWeight: { rules: ['SCR-01'], plant: changeIndicator('r3', 'score', '12') },
  weightSum: { rules: ['WGT-01'], plant: changeIndicator('r1', 'weight', '25') },
  /** Missed the target and kept the full score. */
  missedButFull: { rules: ['SCR-02'], plant: missTarget },
  /** A sentence of the report says another figure than the form. */
  reportDisagrees: { rules: ['XREF-01'], plant: changeReportFigure },
  /** The closing date of last year’s report. */
  lastYearText: { rules: ['DAT-01'], plant: leaveLastYear },
  /** 三公经费 is not the sum of its parts. */
  threePublicSum: { rules: ['CTL-06'], plant: changeField('threePublicExpenses.final', '9.99') },
  placeholder: {
    rules: ['STR-04'],
    plant: (content) => addSentence(content, '本年开展培训XX次，参加XX人次。'),
  },
  phoneNumber: {
    rules: ['PUB-01'],
    plant: (content) => addSentence(content, '联系人王小禾，联系电话13800000000。'),
  },
} as const satisfies Readonly<Record<string, Mistake>>

export type MistakeName = keyof typeof mistakes

function changeField(field: string, text: string): Mistake['plant'] {
  return (content) => ({
    ...content,
    forms: content.forms.map((form) =>
      hasField(form, field) ? { ...form, fields: { ...form.fields, [field]: text } } : form,
    ),
  })
}

function hasField({ fields, lists }: FormContent, field: string): boolean {
  return field in fields || (field.startsWith('total') && 'indicators' in lists)
}

function changeIndicator(row: string, cell: string, text: string): Mistake['plant'] {
  return (content) => ({
    ...content,
    forms: content.forms.map((form) => {
      const { indicators } = form.lists
      if (indicators === undefined) return form
      const changed = indicators.map((one) =>
        one.id === row ? { ...one, cells: { ...one.cells, [cell]: text } } : one,
      )
      return { ...form, lists: { ...form.lists, indicators: changed } }
    }),
  })
}

function missTarget(content: FilingContent): FilingContent {
  const done = changeIndicator('r2', 'actual', '88%')(content)
  return changeIndicator('r2', 'reason', '')(done)
}

function changeReportFigure(content: FilingContent): FilingContent {
  return changeParagraph(content, '预算执行率', (text) =>
    text.replace(
      /全年执行数(\d+)\.(\d)(\d)/,
      (_all, whole: string, tenth: string, last: string) => `全年执行数${Number(whole) + 9}.${last}${tenth}`,
    ),
  )
}

function leaveLastYear(content: FilingContent): FilingContent {
  const { budgetYear } = content
  return changeParagraph(content, `${budgetYear + 1}年3月20日`, (text) =>
    text.replace(`${budgetYear + 1}年`, `${budgetYear}年`),
  )
}

function changeParagraph(
  content: FilingContent,
  words: string,
  change: (text: string) => string,
): FilingContent {
  return {
    ...content,
    report: content.report.map((one) => (textOf(one).includes(words) ? typed(one, change) : one)),
  }
}

/** A paragraph written over by hand: its figures are words now. */
function typed(paragraph: ReportParagraph, change: (text: string) => string): ReportParagraph {
  return { ...paragraph, runs: [{ text: change(textOf(paragraph)), field: undefined }] }
}

function addSentence(content: FilingContent, sentence: string): FilingContent {
  return changeParagraph(content, '做好日常业务工作', (text) => `${text}${sentence}`)
}

function textOf({ runs }: ReportParagraph): string {
  return runs.map(({ text }) => text).join('')
}
