import { county, departments, type Work } from './departments.js'
import { drawYears, type UnitYear } from './figures.js'
import { stableId } from './stable-id.js'

/** 单位 of the demonstration with its place in the tree and its figures of both years. */
export type DemoUnit = Readonly<{
  /** 1 to 40; the eight departments come first in their group of five. */
  number: number
  unitId: string
  code: string
  name: string
  kind: 'department' | 'unit'
  parentId: string
  path: string
  work: Work
  /** The department above it; its own name for a department. */
  department: string
  departmentNumber: number
  projectId: string
  figures: Readonly<{ before: UnitYear; now: UnitYear }>
}>

export type Bureau = Readonly<{ unitId: string; code: string; name: string; path: string }>

const bureauId = stableId('bureau')

/** 云溪县财政局. */
export const bureau: Bureau = {
  unitId: bureauId,
  code: '439900',
  name: `${county}财政局`,
  path: `/${bureauId}/`,
}

/** The forty units that report, for a budget year and the one before it. */
export function listUnits(budgetYear: number): readonly DemoUnit[] {
  return departments.flatMap(({ code, works }, group) => {
    const departmentId = stableId(`unit ${code}`)
    const departmentPath = `${bureau.path}${departmentId}/`
    const department = `${county}${works[0]?.unit ?? ''}`
    return works.map((work, index): DemoUnit => {
      const number = group * 5 + index + 1
      const own = index === 0 ? code : `${code}${String(index).padStart(3, '0')}`
      const unitId = stableId(`unit ${own}`)
      const [before, now] = drawYears(number, [budgetYear - 1, budgetYear])
      return {
        number,
        unitId,
        code: own,
        name: `${county}${work.unit}`,
        kind: index === 0 ? 'department' : 'unit',
        parentId: index === 0 ? bureau.unitId : departmentId,
        path: index === 0 ? departmentPath : `${departmentPath}${unitId}/`,
        work,
        department,
        departmentNumber: group + 1,
        projectId: stableId(`project ${own}`),
        figures: { before, now },
      }
    })
  })
}
