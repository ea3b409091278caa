import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnswerOf } from '../../../contract/route.js'
import type { Routes } from '../../../contract/routes.js'
import { type Role, roleNames, roles } from '../../../core/workflow/role.js'
import { addressOf, call } from '../../api.js'
import { FilterChoice, Filters, FilterText } from '../../lists/Filters.js'
import { type Column, List } from '../../lists/List.js'
import { type ListFilter, oneOf, useFilter } from '../../lists/use-filter.js'
import { useSession } from '../../session.js'
import { Button } from '../../shell/Button.js'
import { Failure } from '../../shell/Failure.js'
import { Loading } from '../../shell/Loading.js'
import { PageHead } from '../../shell/PageHead.js'
import { AccountDialog, type AccountTask } from './AccountDialog.js'
import { words } from './words.zh.js'

export type AccountShown = AnswerOf<Routes['listAccounts']>['items'][number]

const states = [
  ['active', words.active, 'good'],
  ['waiting', words.waiting, 'soft'],
  ['locked', words.locked, 'bad'],
  ['disabled', words.disabled, ''],
] as const

/** People and the offices they hold. */
export function AccountsPage() {
  const filter = useFilter()
  const role = useSession().data?.office?.role
  const [task, setTask] = useState<AccountTask>()
  const asked = {
    query: filter.get('query'),
    role: oneOf(filter.get('role'), roles),
    state: oneOf(filter.get('state'), ['active', 'waiting', 'locked', 'disabled']),
  }
  const list = useQuery({
    queryKey: ['accounts', asked, filter.page, filter.size],
    queryFn: () => call('listAccounts', { query: { ...asked, page: filter.page, size: filter.size } }),
    placeholderData: (before) => before,
  })
  if (list.isError) return <Failure again={() => void list.refetch()} error={list.error} />
  if (list.data === undefined) return <Loading />
  const keeps = role === 'systemAdministrator'
  return (
    <>
      <AccountsHead keeps={keeps} start={setTask} href={addressOf('exportAccounts', { query: asked })} />
      <AccountFilters filter={filter} />
      <List
        columns={columnsFor(role, setTask)}
        counted={words.counted}
        empty={<p>{filter.isSet ? words.noneFound : words.noneYet}</p>}
        filter={filter}
        items={list.data.items}
        keyOf={({ accountId }) => accountId}
        label={words.list}
        total={list.data.total}
      />
      {task === undefined ? null : <AccountDialog close={() => setTask(undefined)} task={task} />}
    </>
  )
}

type HeadProps = Readonly<{ keeps: boolean; href: string; start: (task: AccountTask) => void }>

function AccountsHead({ keeps, href, start }: HeadProps) {
  return (
    <>
      <PageHead title={words.title}>
        <a className="button" href={href}>
          {words.export}
        </a>
        {keeps ? (
          <Button onClick={() => start({ kind: 'create' })} filled>
            {words.add}
          </Button>
        ) : null}
      </PageHead>
      <p className="quiet">{keeps ? words.systemSays : words.securitySays}</p>
    </>
  )
}

function AccountFilters({ filter }: Readonly<{ filter: ListFilter }>) {
  return (
    <Filters filter={filter}>
      <FilterText filter={filter} label={words.nameOrLogin} name="query" />
      <FilterChoice
        choices={roles.map((one) => [one, roleNames[one]])}
        filter={filter}
        label={words.office}
        name="role"
      />
      <FilterChoice
        choices={states.map(([value, name]) => [value, name])}
        filter={filter}
        label={words.state}
        name="state"
      />
    </Filters>
  )
}

function columnsFor(
  role: Role | undefined,
  start: (task: AccountTask) => void,
): readonly Column<AccountShown>[] {
  return [
    {
      id: 'name',
      title: words.user,
      of: ({ name, login }) => (
        <>
          {name}
          <small>{login}</small>
        </>
      ),
    },
    { id: 'state', title: words.state, of: (account) => <StateTag account={account} /> },
    {
      id: 'offices',
      title: words.office,
      of: (account) => (
        <ul>
          {account.offices.map((office) => (
            <li key={office.officeId}>
              {office.unitName}　{office.roleName}{' '}
              {role === 'securityAdministrator' ? (
                <Button onClick={() => start({ kind: 'endOffice', account, office })} small>
                  {words.end}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ),
    },
    { id: 'factor', title: words.factor, of: ({ secondFactor }) => (secondFactor ? words.factorSet : '') },
    { id: 'do', title: words.actions, of: (account) => <Actions account={account} start={start} /> },
  ]
}

function StateTag({ account: { state } }: Readonly<{ account: AccountShown }>) {
  const [, stateName, look] = states.find(([value]) => value === state) ?? states[0]
  return <span className={`tag ${look}`}>{stateName}</span>
}

type ActionsProps = Readonly<{ account: AccountShown; start: (task: AccountTask) => void }>

function Actions({ account, start }: ActionsProps) {
  const session = useSession().data
  const role = session?.office?.role
  if (session?.account?.accountId === account.accountId) return <span className="quiet">{words.self}</span>
  const keeps = role === 'systemAdministrator'
  const isDisabled = account.state === 'disabled'
  const own: readonly (readonly [string, AccountTask, boolean])[] = [
    [words.giveOffice, { kind: 'giveOffice', account }, !keeps && !isDisabled],
    [words.resetPassword, { kind: 'link', account }, keeps && !isDisabled],
    [words.unlock, { kind: 'unlock', account }, keeps && account.state === 'locked'],
    [isDisabled ? words.restore : words.disable, { kind: 'disable', account }, keeps],
  ]
  return (
    <span className="row-actions">
      {own
        .filter(([, , isThere]) => isThere)
        .map(([verb, task]) => (
          <Button key={verb} onClick={() => start(task)} small>
            {verb}
            <span className="only-read">{account.name}</span>
          </Button>
        ))}
    </span>
  )
}
