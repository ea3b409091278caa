import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnswerOf } from '../../../contract/route.js'
import type { Routes } from '../../../contract/routes.js'
import { call } from '../../api.js'
import { FilterChoice, Filters, FilterText } from '../../lists/Filters.js'
import { type Column, List } from '../../lists/List.js'
import { type ListFilter, oneOf, useFilter } from '../../lists/use-filter.js'
import { Button } from '../../shell/Button.js'
import { Failure } from '../../shell/Failure.js'
import { Loading } from '../../shell/Loading.js'
import { PageHead } from '../../shell/PageHead.js'
import { ActivateDialog } from './ActivateDialog.js'
import { TrialDialog } from './TrialDialog.js'
import { UploadDialog } from './UploadDialog.js'

export type PackShown = AnswerOf<Routes['listPacks']>['items'][number]
type Task = Readonly<{ kind: 'try' | 'activate'; pack: PackShown }>

/** 模板包: those that ship and the bureau's own; upload, try, activate for a year. */
export function PacksPage() {
  const filter = useFilter()
  const [task, setTask] = useState<Task>()
  const [uploads, setUploads] = useState(false)
  const asked = {
    query: filter.get('query'),
    source: oneOf(filter.get('source'), ['shipped', 'uploaded']),
    page: filter.page,
    size: filter.size,
  }
  const list = useQuery({
    queryKey: ['packs-kept', asked],
    queryFn: () => call('listPacks', { query: asked }),
    placeholderData: (before) => before,
  })
  if (list.isError) return <Failure again={() => void list.refetch()} error={list.error} />
  if (list.data === undefined) return <Loading />
  const close = () => setTask(undefined)
  return (
    <>
      <PageHead title="模板包">
        <Button onClick={() => setUploads(true)} filled>
          上传模板包…
        </Button>
      </PageHead>
      <p className="quiet">
        上传 → 用往年的自评试算，看会退回哪些单位 → 为某个年度启用。用过的模板包不再改动。
      </p>
      <PackFilters filter={filter} />
      <List
        columns={columnsFor(setTask)}
        counted="个模板包"
        empty={<p>没有符合条件的模板包。点“上传模板包”加入本局的。</p>}
        filter={filter}
        items={list.data.items}
        keyOf={({ packId }) => packId}
        label="模板包"
        total={list.data.total}
      />
      {uploads ? <UploadDialog close={() => setUploads(false)} /> : null}
      {task?.kind === 'try' ? <TrialDialog close={close} pack={task.pack} /> : null}
      {task?.kind === 'activate' ? <ActivateDialog close={close} pack={task.pack} /> : null}
    </>
  )
}

function PackFilters({ filter }: Readonly<{ filter: ListFilter }>) {
  return (
    <Filters filter={filter}>
      <FilterText filter={filter} label="名称或编号" name="query" />
      <FilterChoice
        choices={[
          ['uploaded', '本局上传'],
          ['shipped', '系统自带'],
        ]}
        filter={filter}
        label="来源"
        name="source"
      />
    </Filters>
  )
}

function columnsFor(start: (task: Task) => void): readonly Column<PackShown>[] {
  return [
    {
      id: 'title',
      title: '模板包',
      of: ({ title, packId }) => (
        <>
          {title}
          <small>{packId}</small>
        </>
      ),
    },
    {
      id: 'source',
      title: '来源',
      of: ({ source }) => (source === 'shipped' ? '系统自带' : '本局上传'),
    },
    { id: 'years', title: '适用年度', of: ({ years }) => years.join('、') },
    { id: 'checks', title: '规则', number: true, of: ({ checks }) => checks },
    { id: 'filings', title: '自评', number: true, of: ({ filings }) => filings },
    {
      id: 'active',
      title: '启用',
      of: ({ source, activeYears }) =>
        source === 'shipped' ? '随系统可用' : activeYears.map((year) => `${year}年度`).join('、'),
    },
    { id: 'do', title: '办理', of: (pack) => <Actions pack={pack} start={start} /> },
  ]
}

function Actions({ pack, start }: Readonly<{ pack: PackShown; start: (task: Task) => void }>) {
  if (pack.source === 'shipped') return null
  return (
    <span className="row-actions">
      <Button onClick={() => start({ kind: 'try', pack })} small>
        试算
      </Button>
      <Button onClick={() => start({ kind: 'activate', pack })} small>
        启用或停用
      </Button>
    </span>
  )
}
