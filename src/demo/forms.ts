import type { FormContent } from '../core/editing/content.js'
import type { Work } from './departments.js'
import type { Columns, Money, UnitYear } from './figures.js'
import { reachedAmount, writeIndicators } from './indicator-rows.js'
import { printHundredths, printShort, shareOf } from './printed-figures.js'

/** What a form of the demonstration is written from. */
export type FormSource = Readonly<{
  id: string
  pack: string
  unit: string
  work: Work
  figures: UnitYear
  /** Leaves the adjustment of basic expenditure blank, which the engine asks about. */
  unexplained?: boolean
}>

/** 部门整体支出绩效评价基础数据表, every cell that the unit fills in. */
export function writeBaseData(source: FormSource): FormContent {
  const { id, pack, work, figures } = source
  const { authorisedStaff, staff, vehicle, reception, operating, taskColumns, businessColumns } = figures
  const zero: Columns = { prior: 0, budget: 0, final: 0 }
  const projects = [
    { id: 'r1', cells: { name: `1、${work.project}`, ...columnTexts('', taskColumns) } },
    { id: 'r2', cells: { name: '2、业务工作经费', ...columnTexts('', businessColumns) } },
  ]
  return {
    id,
    pack,
    fields: {
      'staff.authorizedStaff': String(authorisedStaff),
      'staff.staffInPost': String(staff),
      'staff.staffControlRate': `${printShort(shareOf(staff, authorisedStaff, 100))}%`,
      ...columnTexts('threePublicExpenses.', plus(vehicle, reception)),
      ...columnTexts('officialVehicleExpenses.', vehicle),
      ...columnTexts('vehiclePurchaseExpenses.', zero),
      ...columnTexts('vehicleRunningExpenses.', vehicle),
      ...columnTexts('overseasTravelExpenses.', zero),
      ...columnTexts('officialReceptionExpenses.', reception),
      ...columnTexts('projectExpenditure.', plus(taskColumns, businessColumns)),
      ...columnTexts('operatingExpenditure.', operating),
      ...(source.unexplained ? {} : adjustmentTexts(figures.basic)),
      economyMeasures: '严格公务接待审批，会议在本单位会议室召开，公务用车统一调度。',
    },
    lists: { projects },
  }
}

/** 部门整体支出绩效自评表. */
export function writeDepartmentForm(source: FormSource): FormContent {
  const { id, pack, unit, figures } = source
  const project = figures.task.adjusted + figures.business.adjusted
  return {
    id,
    pack,
    fields: {
      unitName: unit,
      ...fundTexts('totalFunds.', figures.total),
      generalPublicBudget: printHundredths(figures.total.adjusted),
      basicExpenditure: printHundredths(figures.basic.adjusted),
      projectExpenditure: printHundredths(project),
      ...goalTexts(source),
      ...totalTexts(source, figures.total),
    },
    lists: listsOf(source),
  }
}

/** 项目支出绩效自评表 of the unit's main project. */
export function writeProjectForm(source: FormSource & Readonly<{ department: string }>): FormContent {
  const { id, pack, unit, work, figures, department } = source
  return {
    id,
    pack,
    fields: {
      projectName: work.project,
      supervisingDepartment: department,
      implementingUnit: unit,
      ...fundTexts('totalFunds.', figures.task),
      'currentYearAppropriation.initialBudget': printHundredths(figures.task.initial),
      'currentYearAppropriation.adjustedBudget': printHundredths(figures.task.adjusted),
      'currentYearAppropriation.executedAmount': printHundredths(figures.task.executed),
      ...goalTexts(source),
      ...totalTexts(source, figures.task),
    },
    lists: listsOf(source),
  }
}

function listsOf({ work, figures }: FormSource): FormContent['lists'] {
  const { rows, dimensions } = writeIndicators(work, figures)
  return { indicators: rows, dimensions }
}

function goalTexts({ work, figures }: FormSource): Readonly<Record<string, string>> {
  const { quantity, benefit } = work
  const done = reachedAmount(work, figures)
  const helped = benefit.amount + Math.floor(benefit.amount / 40)
  return {
    expectedGoal: `${quantity.name}${quantity.amount}${quantity.unit}，${benefit.name}${benefit.amount}${benefit.unit}。`,
    actualAccomplishment: `${quantity.name}${done}${quantity.unit}，${benefit.name}${helped}${benefit.unit}。`,
  }
}

function fundTexts(row: string, { initial, adjusted, executed }: Money): Readonly<Record<string, string>> {
  return {
    [`${row}initialBudget`]: printHundredths(initial),
    [`${row}adjustedBudget`]: printHundredths(adjusted),
    [`${row}executedAmount`]: printHundredths(executed),
    [`${row}weight`]: '10',
    [`${row}rate`]: `${printHundredths(shareOf(executed, adjusted, 100))}%`,
    [`${row}score`]: printShort(shareOf(executed, adjusted, 10)),
  }
}

function totalTexts({ work, figures }: FormSource, funds: Money): Readonly<Record<string, string>> {
  const { scored } = writeIndicators(work, figures)
  return {
    'total.weight': '100',
    'total.score': printShort(scored + shareOf(funds.executed, funds.adjusted, 10)),
  }
}

function columnTexts(row: string, { prior, budget, final }: Columns): Readonly<Record<string, string>> {
  return {
    [`${row}priorFinal`]: printHundredths(prior),
    [`${row}budget`]: printHundredths(budget),
    [`${row}final`]: printHundredths(final),
  }
}

function adjustmentTexts({ initial, adjusted }: Money): Readonly<Record<string, string>> {
  return { 'basicBudgetAdjustment.final': printHundredths(adjusted - initial) }
}

function plus(left: Columns, right: Columns): Columns {
  return {
    prior: left.prior + right.prior,
    budget: left.budget + right.budget,
    final: left.final + right.final,
  }
}
