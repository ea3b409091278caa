import { useState } from 'react'
import { type Role, roleNames, roles } from '../../../core/workflow/role.js'
import { call } from '../../api.js'
import { dateAndTime } from '../../days.js'
import { oneOf } from '../../lists/use-filter.js'
import { Dialog } from '../../shell/Dialog.js'
import { Field } from '../../shell/Field.js'
import { Confirm } from '../Confirm.js'
import { UnitChoice } from '../units/UnitChoice.js'
import type { UnitShown } from '../units/unit-shown.js'
import { useChange } from '../use-change.js'
import type { AccountShown } from './AccountsPage.js'

/** What is to be done with an account. */
export type AccountTask =
  | Readonly<{ kind: 'create' }>
  | Readonly<{ kind: 'giveOffice'; account: AccountShown }>
  | Readonly<{ kind: 'link' | 'unlock' | 'disable'; account: AccountShown }>
  | Readonly<{ kind: 'endOffice'; account: AccountShown; office: AccountShown['offices'][number] }>

type Props = Readonly<{ task: AccountTask; close: () => void }>
type Link = Readonly<{ path: string; expiresAt: string }>

/** Asks for what a task needs and says what will happen; a new link is shown once. */
export function AccountDialog({ task, close }: Props) {
  const [link, setLink] = useState<Link>()
  if (link !== undefined) return <LinkShown close={close} link={link} />
  if (task.kind === 'create') return <Create close={close} show={setLink} />
  if (task.kind === 'giveOffice') return <GiveOffice account={task.account} close={close} />
  return <Simple close={close} show={setLink} task={task} />
}

function LinkShown({ link, close }: Readonly<{ link: Link; close: () => void }>) {
  return (
    <Dialog close={close} title="设置密码的链接">
      <p>
        请把这个链接交给本人，由本人打开后设置密码。只显示这一次，{dateAndTime(link.expiresAt)}{' '}
        前有效，只能用一次。
      </p>
      <p className="secret">{`${location.origin}${link.path}`}</p>
    </Dialog>
  )
}

type Showing = Readonly<{ close: () => void; show: (link: Link) => void }>

function Create({ close, show }: Showing) {
  const [login, setLogin] = useState('')
  const [name, setName] = useState('')
  const change = useChange<Link>('accounts', show)
  return (
    <Confirm
      act={() => change.mutate(() => call('createAccount', { body: { login, name } }))}
      change={change}
      close={close}
      isReady={login.trim().length > 1 && name.trim() !== ''}
      says="新增后会给出一个一次性链接，由本人设置密码。还没有岗位，要请安全管理员授予后才能办事。"
      title="新增用户"
      verb="新增"
    >
      <Field label="姓名" onText={setName} value={name} />
      <Field
        label="账号"
        onText={setLogin}
        says="登录时填写，文字、字母、数字、点、横线都可以。"
        value={login}
      />
    </Confirm>
  )
}

function GiveOffice({ account, close }: Readonly<{ account: AccountShown; close: () => void }>) {
  const [role, setRole] = useState<Role>('preparer')
  const [unit, setUnit] = useState<UnitShown>()
  const change = useChange<unknown>('accounts', close)
  const { accountId, name } = account
  return (
    <Confirm
      act={() =>
        change.mutate(() =>
          call('giveOffice', { params: { accountId }, body: { role, unitId: unit?.unitId ?? '' } }),
        )
      }
      change={change}
      close={close}
      isReady={unit !== undefined}
      says={
        unit === undefined
          ? '请选岗位设在哪个单位。'
          : `“${name}”担任“${unit.name}”的${roleNames[role]}，能看到“${unit.name}”和它的下级，看不到别的单位。`
      }
      title={`给“${name}”授予岗位`}
      verb="授予"
    >
      <label className="field">
        <span>岗位</span>
        <select onChange={({ target }) => setRole(oneOf(target.value, roles) ?? role)} value={role}>
          {roles.map((one) => (
            <option key={one} value={one}>
              {roleNames[one]}
            </option>
          ))}
        </select>
      </label>
      <UnitChoice choose={setUnit} chosen={unit} label="单位" />
    </Confirm>
  )
}

type SimpleTask = Exclude<AccountTask, { kind: 'create' | 'giveOffice' }>

function Simple({ task, close, show }: Showing & Readonly<{ task: SimpleTask }>) {
  const change = useChange<Link | undefined>('accounts', (link) =>
    link === undefined ? close() : show(link),
  )
  const { title, says, verb } = sayTask(task)
  return (
    <Confirm
      act={() => change.mutate(() => doTask(task))}
      change={change}
      close={close}
      says={says}
      title={title}
      verb={verb}
    />
  )
}

async function doTask(task: SimpleTask): Promise<Link | undefined> {
  const params = { accountId: task.account.accountId }
  if (task.kind === 'link') return await call('createPasswordLink', { params })
  if (task.kind === 'unlock') await call('unlockAccount', { params })
  if (task.kind === 'disable')
    await call('disableAccount', { params, body: { disabled: task.account.state !== 'disabled' } })
  if (task.kind === 'endOffice')
    await call('endOffice', { params: { ...params, officeId: task.office.officeId } })
  return undefined
}

function sayTask(task: SimpleTask): Readonly<{ title: string; says: string; verb: string }> {
  const { name, state } = task.account
  switch (task.kind) {
    case 'link':
      return {
        title: '重置密码',
        says: `给“${name}”一个 24 小时内有效的链接，由本人设新密码；以前没用过的链接作废，设好后别处的登录都会退出。`,
        verb: '生成链接',
      }
    case 'unlock':
      return { title: '解除锁定', says: `“${name}”可以马上再试着登录，密码不变。`, verb: '解除锁定' }
    case 'endOffice':
      return {
        title: '收回岗位',
        says: `“${name}”不再是“${task.office.unitName}”的${task.office.roleName}，正在用这个岗位的页面会立即退出。办过的事和留痕都保留。`,
        verb: '收回',
      }
    case 'disable':
      return state === 'disabled'
        ? { title: '恢复用户', says: `“${name}”可以重新登录，岗位和停用前一样。`, verb: '恢复' }
        : {
            title: '停用用户',
            says: `“${name}”立即退出，不能再登录，接口令牌作废。办过的事和留痕都保留，以后可以恢复。`,
            verb: '停用',
          }
  }
}
