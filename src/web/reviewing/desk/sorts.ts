import { businessRoles } from '../../../core/workflow/role.js'

/** Orders of the list, in words. */
export const sorts = {
  risk: '风险',
  dueOn: '截止日期',
  waitingSince: '等得最久',
  errors: '错误最多',
  totalFunds: '金额最大',
  unitName: '单位名称',
  changedAt: '最近改动',
} as const

/** Roles that somebody can wait for. */
export const waitingRoles = businessRoles
