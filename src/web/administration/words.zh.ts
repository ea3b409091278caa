/** Words of what administrators have in common. */
export const words = {
  title: '系统管理',
  units: '单位',
  accounts: '用户与岗位',
  policy: '登录规则',
  packs: '模板包',
  trail: '留痕',
  backups: '备份',
  health: '系统状况',
  notAllowed: '您的岗位没有系统管理的权限。需要时请找系统管理员。',
} as const
