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

export type AccountShown = AnswerOf<Routes['listAccounts']>['items'][number]

const states = [
  ['active', '正常', 'good'],
  ['waiting', '还没设密码', 'soft'],
  ['locked', '已锁定', 'bad'],
  ['disabled', '已停用', ''],
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
        counted="个用户"
        empty={<p>{filter.isSet ? '没有符合条件的用户。请换一个条件。' : '还没有用户。请点“新增用户”。'}</p>}
        filter={filter}
        items={list.data.items}
        keyOf={({ accountId }) => accountId}
        label="用户名单"
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
      <PageHead title="用户与岗位">
        <a className="button" href={href}>
          导出
        </a>
        {keeps ? (
          <Button onClick={() => start({ kind: 'create' })} filled>
            新增用户…
          </Button>
        ) : null}
      </PageHead>
      <p className="quiet">
        {keeps
          ? '系统管理员管账号：新增、停用、重置密码、解除锁定。岗位由安全管理员授予。'
          : '安全管理员管岗位：授予、收回。账号由系统管理员新增；不能给自己授予岗位。'}
      </p>
    </>
  )
}

function AccountFilters({ filter }: Readonly<{ filter: ListFilter }>) {
  return (
    <Filters filter={filter}>
      <FilterText filter={filter} label="姓名或账号" name="query" />
      <FilterChoice
        choices={roles.map((one) => [one, roleNames[one]])}
        filter={filter}
        label="岗位"
        name="role"
      />
      <FilterChoice
        choices={states.map(([value, words]) => [value, words])}
        filter={filter}
        label="状态"
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
      title: '用户',
      of: ({ name, login }) => (
        <>
          {name}
          <small>{login}</small>
        </>
      ),
    },
    { id: 'state', title: '状态', of: (account) => <StateTag account={account} /> },
    {
      id: 'offices',
      title: '岗位',
      of: (account) => (
        <ul>
          {account.offices.map((office) => (
            <li key={office.officeId}>
              {office.unitName}　{office.roleName}{' '}
              {role === 'securityAdministrator' ? (
                <Button onClick={() => start({ kind: 'endOffice', account, office })} small>
                  收回
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ),
    },
    { id: 'factor', title: '动态口令', of: ({ secondFactor }) => (secondFactor ? '已绑定' : '') },
    { id: 'do', title: '办理', of: (account) => <Actions account={account} start={start} /> },
  ]
}

function StateTag({ account: { state } }: Readonly<{ account: AccountShown }>) {
  const [, words, look] = states.find(([value]) => value === state) ?? states[0]
  return <span className={`tag ${look}`}>{words}</span>
}

type ActionsProps = Readonly<{ account: AccountShown; start: (task: AccountTask) => void }>

function Actions({ account, start }: ActionsProps) {
  const session = useSession().data
  const role = session?.office?.role
  if (session?.account?.accountId === account.accountId) return <span className="quiet">本人</span>
  const keeps = role === 'systemAdministrator'
  const isDisabled = account.state === 'disabled'
  const own: readonly (readonly [string, AccountTask, boolean])[] = [
    ['授予岗位', { kind: 'giveOffice', account }, !keeps && !isDisabled],
    ['重置密码', { kind: 'link', account }, keeps && !isDisabled],
    ['解除锁定', { kind: 'unlock', account }, keeps && account.state === 'locked'],
    [isDisabled ? '恢复' : '停用', { kind: 'disable', account }, keeps],
  ]
  return (
    <span className="row-actions">
      {own
        .filter(([, , isThere]) => isThere)
        .map(([words, task]) => (
          <Button key={words} onClick={() => start(task)} small>
            {words}
            <span className="only-read">{account.name}</span>
          </Button>
        ))}
    </span>
  )
}
