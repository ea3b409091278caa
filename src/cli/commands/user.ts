import { didYouMean } from '../../core/errors/closest.js'
import { DomainError } from '../../core/errors/errors.js'
import { type Role, roleNames, roles } from '../../core/workflow/role.js'
import { addByHand } from '../../server/administration/accounts/add-by-hand.js'
import { parseArguments } from '../arguments.js'
import type { Command } from '../command.js'
import { dataOption, dataPlaceOf, withStore } from '../data-place.js'
import { writeOut } from '../write-out.js'

const usage =
  'hengxiao user add --login 账号 --name 姓名 --role 角色 --unit 单位代码或名称 [--region 地区编号] [--data 文件夹]'

/** 用户: adds somebody from the machine itself, for when nobody can sign in. */
export const user: Command = { usage, run: runUser }

const text = { type: 'text' } as const

async function runUser(args: readonly string[]): Promise<number> {
  const [action = '', ...rest] = args
  if (action !== 'add') {
    const hint = didYouMean(action, ['add'])
    throw new DomainError('COMMAND_UNKNOWN', { given: `user ${action}`.trim(), hint })
  }
  const options = { ...dataOption, login: text, name: text, role: text, unit: text, region: text }
  const { values } = parseArguments(rest, { usage, many: false, options })
  const [login, name, role, unit] = ['login', 'name', 'role', 'unit'].map((option) =>
    required(values, option),
  )
  const person = {
    login: login ?? '',
    name: name ?? '',
    role: parseRole(role ?? ''),
    unit: unit ?? '',
    region: values.get('region'),
  }
  const link = await withStore(dataPlaceOf(values), (store) => addByHand(store, person, new Date()))
  await writeOut(
    `已新增用户“${person.name}”（${person.login}），岗位：${link.unitName}　${roleNames[person.role]}。\n` +
      `请把下面的地址接在系统网址后面交给本人，用来设置密码（24 小时内有效，只能用一次）：\n${link.path}\n`,
  )
  return 0
}

function required(values: ReadonlyMap<string, string>, option: string): string {
  const value = values.get(option)
  if (value === undefined) throw new DomainError('ARGUMENT_MISSING', { what: `--${option}`, usage })
  return value
}

/** 单位填报人 or preparer. */
function parseRole(given: string): Role {
  const found = roles.find((role) => role === given || roleNames[role] === given)
  if (found !== undefined) return found
  const names = roles.map((role) => roleNames[role])
  const hint = didYouMean(given, [...names, ...roles])
  throw new DomainError('OPTION_VALUE_UNKNOWN', { option: '--role', given, hint, allowed: names.join('、') })
}
