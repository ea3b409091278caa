/** What somebody may be in an office. Business roles see filings; the three administrators never do (等保 三员分立). */
export const businessRoles = [
  'preparer',
  'headOfUnit',
  'departmentReviewer',
  'financeReviewer',
  'performanceSection',
  'publisher',
] as const

export const administratorRoles = ['systemAdministrator', 'securityAdministrator', 'trailReader'] as const

export const roles = [...businessRoles, ...administratorRoles] as const

export type BusinessRole = (typeof businessRoles)[number]
export type Role = (typeof roles)[number]

/** As printed beside a name. */
export const roleNames: Readonly<Record<Role, string>> = {
  preparer: '单位填报人',
  headOfUnit: '单位负责人',
  departmentReviewer: '主管部门审核人',
  financeReviewer: '财政业务股室',
  performanceSection: '财政绩效股',
  publisher: '公开责任人',
  systemAdministrator: '系统管理员',
  securityAdministrator: '安全管理员',
  trailReader: '日志审计员',
}

/** A role in an office: sees the office's unit and everything below it, and nothing else. */
export type Office = Readonly<{
  role: Role
  unitId: string
  /** Path of the office's unit in the unit tree, ends with `/`. */
  path: string
}>

export function isBusinessRole(role: Role): role is BusinessRole {
  return businessRoles.some((one) => one === role)
}

/** Whether a unit lies in an office's subtree. Both paths end with `/`. */
export function reaches(office: Office, unitPath: string): boolean {
  return unitPath.startsWith(office.path)
}
