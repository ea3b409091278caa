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
        counted="个单位"
        empty={
          <p>
            {filter.isSet
              ? '没有符合条件的单位。请换一个条件。'
              : '还没有单位。请点“从 Excel 导入”，一次把全部单位导进来。'}
          </p>
        }
        filter={filter}
        items={list.data.items}
        keyOf={({ unitId }) => unitId}
        label="单位名单"
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
    <PageHead title="单位">
      <a className="button" href={href}>
        导出
      </a>
      {keeps ? <Button onClick={importAll}>从 Excel 导入…</Button> : null}
      {keeps ? (
        <Button onClick={() => start({ kind: 'add', unit: undefined })} filled>
          新增单位…
        </Button>
      ) : null}
    </PageHead>
  )
}

function UnitFilters({ filter }: Readonly<{ filter: ListFilter }>) {
  return (
    <Filters filter={filter}>
      <FilterText filter={filter} label="名称或编码" name="query" />
      <FilterChoice choices={kinds} filter={filter} label="类别" name="kind" />
      <FilterChoice
        all="现有"
        choices={[
          ['ended', '已撤销'],
          ['all', '全部'],
        ]}
        filter={filter}
        label="状态"
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
      title: '单位',
      of: (unit) => (
        <span style={{ paddingInlineStart: isFlat ? 0 : unit.depth * 20 }}>
          {unit.name} {unit.endedOn === null ? null : <span className="tag">{unit.endedOn} 撤销</span>}
        </span>
      ),
    },
    { id: 'code', title: '编码', of: ({ code }) => code },
    { id: 'kind', title: '类别', of: ({ kind }) => kinds.find(([one]) => one === kind)?.[1] },
    { id: 'parent', title: '上级', of: ({ parentName }) => parentName },
    { id: 'filings', title: '自评', number: true, of: ({ filings }) => filings },
    { id: 'offices', title: '岗位', number: true, of: ({ offices }) => offices },
    {
      id: 'do',
      title: '办理',
      of: (unit) => <UnitActions keeps={keeps} start={start} unit={unit} />,
    },
  ]
}

type ActionsProps = Readonly<{ unit: UnitShown; keeps: boolean; start: (task: UnitTask) => void }>

function UnitActions({ unit, keeps, start }: ActionsProps) {
  const names = { rename: '更名', move: '划转', merge: '并入', split: '拆分', history: '沿革' } as const
  const isRoot = unit.parentId === null
  const own = (Object.keys(names) as (keyof typeof names)[]).filter(
    (kind) => kind === 'history' || (keeps && unit.endedOn === null && (kind === 'rename' || !isRoot)),
  )
  return (
    <span className="row-actions">
      {own.map((kind) => (
        <Button key={kind} onClick={() => start({ kind, unit })} small>
          {names[kind]}
          <span className="only-read">{unit.name}</span>
        </Button>
      ))}
    </span>
  )
}
