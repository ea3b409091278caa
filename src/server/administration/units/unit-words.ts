import type { UnitKind } from '../../../store/unit-store.js'

/** As printed in lists and templates. */
export const kindNames: Readonly<Record<UnitKind, string>> = {
  bureau: '财政部门',
  department: '主管部门',
  unit: '预算单位',
}

/** What may stand under what. */
const under: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  bureau: ['bureau', 'department', 'unit'],
  department: ['unit'],
  unit: ['unit'],
}

export function mayStandUnder(kind: UnitKind, parent: UnitKind): boolean {
  return under[parent].some((one) => one === kind)
}

/** What to do when a unit was to be put where it cannot stand. */
export function adviceFor(kind: UnitKind): string {
  return kind === 'unit' ? '请选主管部门或财政部门作上级。' : '请选财政部门作上级。'
}
