import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addressOf, call } from '../../api.js'
import { FilterChoice, Filters, FilterText } from '../../lists/Filters.js'
import { type Column, List } from '../../lists/List.js'
import { type ListFilter, oneOf, useFilter } from '../../lists/use-filter.js'
import { useSession } from '../../session.js'
import { Button } from '../../shell/Button.js'
import { Failure } from '../../shell/Failure.js'
import { Loading } from '../../shell/Loading.js'
import { PageHead } from '../../shell/PageHead.js'
import { ImportDialog } from './ImportDialog.js'
import { UnitDialog, type UnitTask } from './UnitDialog.js'
import { kinds, type UnitShown } from './unit-shown.js'
import { words } from './words.zh.js'

/** The unit tree, and everything that can happen to a unit. */
export function UnitsPage() {
  const filter = useFilter()
  const role = useSession().data?.office?.role
  const [task, setTask] = useState<UnitTask>()
  const [imports, setImports] = useState(false)
  const asked = {
    query: filter.get('query'),
    kind: oneOf(filter.get('kind'), ['bureau', 'department', 'unit']),
    standing: oneOf(filter.get('standing'), ['current', 'ended', 'all']) ?? 'current',
  }
  const list = useQuery({
    queryKey: ['units', asked, filter.page, filter.size],
    queryFn: () => call('listUnits', { query: { ...asked, page: filter.page, size: filter.size } }),
    placeholderData: (before) => before,
  })
  if (list.isError) return <Failure again={() => void list.refetch()} error={list.error} />
  if (list.data === undefined) return <Loading />
  const keeps = role === 'systemAdministrator'
  return (
    <>
      <UnitsHead
        href={addressOf('exportUnits', { query: asked })}
        importAll={() => setImports(true)}
        keeps={keeps}
        start={setTask}
      />
      <UnitFilters filter={filter} />
      <List
        columns={columnsFor({ keeps, isFlat: filter.isSet, start: setTask })}
        counted={words.counted}
        empty={<p>{filter.isSet ? words.noneFound : words.noneYet}</p>}
        filter={filter}
        items={list.data.items}
        keyOf={({ unitId }) => unitId}
        label={words.list}
        total={list.data.total}
      />
      {task === undefined ? null : <UnitDialog close={() => setTask(undefined)} task={task} />}
      {imports ? <ImportDialog close={() => setImports(false)} /> : null}
    </>
  )
}

type HeadProps = Readonly<{
  keeps: boolean
  href: string
  importAll: () => void
  start: (task: UnitTask) => void
}>

function UnitsHead({ keeps, href, importAll, start }: HeadProps) {
  return (
    <PageHead title={words.title}>
      <a className="button" href={href}>
        {words.export}
      </a>
      {keeps ? <Button onClick={importAll}>{words.importAll}</Button> : null}
      {keeps ? (
        <Button onClick={() => start({ kind: 'add', unit: undefined })} filled>
          {words.add}
        </Button>
      ) : null}
    </PageHead>
  )
}

function UnitFilters({ filter }: Readonly<{ filter: ListFilter }>) {
  return (
    <Filters filter={filter}>
      <FilterText filter={filter} label={words.nameOrCode} name="query" />
      <FilterChoice choices={kinds} filter={filter} label={words.kind} name="kind" />
      <FilterChoice
        all={words.current}
        choices={[
          ['ended', words.ended],
          ['all', words.all],
        ]}
        filter={filter}
        label={words.state}
        name="standing"
      />
    </Filters>
  )
}

/** `isFlat`: what a filter has found stands without the steps of the tree. */
type Listing = Readonly<{ keeps: boolean; isFlat: boolean; start: (task: UnitTask) => void }>

function columnsFor({ keeps, isFlat, start }: Listing): readonly Column<UnitShown>[] {
  return [
    {
      id: 'name',
      title: words.title,
      of: (unit) => (
        <span style={{ paddingInlineStart: isFlat ? 0 : unit.depth * 20 }}>
          {unit.name}{' '}
          {unit.endedOn === null ? null : <span className="tag">{words.endedOn(unit.endedOn)}</span>}
        </span>
      ),
    },
    { id: 'code', title: words.code, of: ({ code }) => code },
    { id: 'kind', title: words.kind, of: ({ kind }) => kinds.find(([one]) => one === kind)?.[1] },
    { id: 'parent', title: words.parent, of: ({ parentName }) => parentName },
    { id: 'filings', title: words.filings, number: true, of: ({ filings }) => filings },
    { id: 'offices', title: words.offices, number: true, of: ({ offices }) => offices },
    {
      id: 'do',
      title: words.actions,
      of: (unit) => <UnitActions keeps={keeps} start={start} unit={unit} />,
    },
  ]
}

type ActionsProps = Readonly<{ unit: UnitShown; keeps: boolean; start: (task: UnitTask) => void }>

const tasks = ['rename', 'move', 'merge', 'split', 'history'] as const

function UnitActions({ unit, keeps, start }: ActionsProps) {
  const isRoot = unit.parentId === null
  const own = tasks.filter(
    (kind) => kind === 'history' || (keeps && unit.endedOn === null && (kind === 'rename' || !isRoot)),
  )
  return (
    <span className="row-actions">
      {own.map((kind) => (
        <Button key={kind} onClick={() => start({ kind, unit })} small>
          {words[kind]}
          <span className="only-read">{unit.name}</span>
        </Button>
      ))}
    </span>
  )
}
