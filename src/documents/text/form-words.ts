import type { RawRow } from './flattened-rows.js'

/** The printed words by which the rows of the forms are told apart when their text has lost the lines. */

export function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '')
}

export function isBlankRow(row: RawRow): boolean {
  return row.every(({ text }) => text === '')
}

/** 一级指标, 二级指标, 三级指标: the heading of an indicator column. */
export function isIndicatorHeading(text: string): boolean {
  return /^[一二三四]级指标/.test(withoutSpaces(text))
}

/** A heading of a column, as against a label of the rows beside it. */
export function isColumnHeading(text: string): boolean {
  return isIndicatorHeading(text) || /(名称|序号|科目|类别)$/.test(withoutSpaces(text))
}

/** 分值 or 权重: the column where the figures of the total row begin. */
export function isWeightHeading(text: string): boolean {
  return /^(分值|权重|标准分)/.test(withoutSpaces(text))
}

export function isTotalLabel(text: string): boolean {
  return /^(总分|总计|合计|总得分|自评总分|得分合计)/.test(withoutSpaces(text))
}

/** The first row of a form: the name of the unit or project, or the first heading of the base data table. */
export function beginsForm(row: RawRow): boolean {
  const label = withoutSpaces(row[0]?.text ?? '')
  if (/^财政供养人员情况/.test(label)) return true
  return row.length === 2 && /(单位|项目|部门|支出)[）)]?名称$/.test(label)
}

/** A figure or a sign that stands for one. */
export function isFigure(text: string): boolean {
  return /^[\d.,%％—/+-]+$/.test(text)
}

/** A row of headings, of which one or two may have been lost: words, no figures. */
export function isHeadingRow(row: RawRow): boolean {
  const beside = row.slice(1)
  const printed = beside.filter(({ text }) => text !== '')
  return printed.length * 2 > beside.length && !printed.some(({ text }) => isFigure(text))
}

/** 数量指标, 社会效益指标 …: a second-level indicator. */
export function isSecondLevelIndicator(text: string): boolean {
  const label = withoutSpaces(text)
  return label.length <= 12 && label.endsWith('指标') && familyOf(label) !== undefined
}

/** The first of the benefit indicators is the economic one; where another comes first, it was left blank. */
export function followsBlankIndicator(label: string): boolean {
  return /社会|生态|可持续/.test(label)
}

type Family = 'output' | 'benefit' | 'satisfaction' | 'cost'

const families: readonly (readonly [RegExp, Family])[] = [
  [/成本/, 'cost'],
  [/满意/, 'satisfaction'],
  [/数量|质量|时效/, 'output'],
  [/效益|可持续/, 'benefit'],
]

function familyOf(label: string): Family | undefined {
  return families.find(([words]) => words.test(label))?.[1]
}

/** Follows the second-level indicators of one first-level indicator and tells when one belongs to another. */
export class FamilyWatch {
  #current: Family | undefined

  begin(label: string): void {
    this.#current = familyOf(withoutSpaces(label))
  }

  /** Cost may stand under output (2020 form) or on its own (2021 form). */
  breaksAt(label: string): boolean {
    const family = familyOf(withoutSpaces(label))
    if (family === undefined || family === this.#current) return false
    const previous = this.#current
    this.#current = family
    if (previous === undefined) return false
    return !(family === 'cost' && previous === 'output') && !(family === 'output' && previous === 'cost')
  }
}
