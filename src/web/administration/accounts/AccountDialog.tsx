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
import { words } from './words.zh.js'

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
    <Dialog close={close} title={words.linkTitle}>
      <p>{words.linkSays(dateAndTime(link.expiresAt))}</p>
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
      says={words.createSays}
      title={words.createTitle}
      verb={words.create}
    >
      <Field label={words.name} onText={setName} value={name} />
      <Field label={words.login} onText={setLogin} says={words.loginSays} value={login} />
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
      says={unit === undefined ? words.chooseUnit : words.giveOfficeSays(name, unit.name, roleNames[role])}
      title={words.giveOfficeTo(name)}
      verb={words.give}
    >
      <label className="field">
        <span>{words.office}</span>
        <select onChange={({ target }) => setRole(oneOf(target.value, roles) ?? role)} value={role}>
          {roles.map((one) => (
            <option key={one} value={one}>
              {roleNames[one]}
            </option>
          ))}
        </select>
      </label>
      <UnitChoice choose={setUnit} chosen={unit} label={words.unit} />
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
        title: words.resetPassword,
        says: words.linkFor(name),
        verb: words.makeLink,
      }
    case 'unlock':
      return { title: words.unlock, says: words.unlockSays(name), verb: words.unlock }
    case 'endOffice':
      return {
        title: words.endOffice,
        says: words.endOfficeSays(name, task.office.unitName, task.office.roleName),
        verb: words.end,
      }
    case 'disable':
      return state === 'disabled'
        ? { title: words.restoreUser, says: words.restoreSays(name), verb: words.restore }
        : {
            title: words.disableUser,
            says: words.disableSays(name),
            verb: words.disable,
          }
  }
}
