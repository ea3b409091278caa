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
import { words } from './words.zh.js'

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
      <PageHead title={words.title}>
        <Button onClick={() => setUploads(true)} filled>
          {words.upload}
        </Button>
      </PageHead>
      <p className="quiet">{words.says}</p>
      <PackFilters filter={filter} />
      <List
        columns={columnsFor(setTask)}
        counted={words.counted}
        empty={<p>{words.noneFound}</p>}
        filter={filter}
        items={list.data.items}
        keyOf={({ packId }) => packId}
        label={words.title}
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
      <FilterText filter={filter} label={words.nameOrId} name="query" />
      <FilterChoice
        choices={[
          ['uploaded', words.uploaded],
          ['shipped', words.shipped],
        ]}
        filter={filter}
        label={words.source}
        name="source"
      />
    </Filters>
  )
}

function columnsFor(start: (task: Task) => void): readonly Column<PackShown>[] {
  return [
    {
      id: 'title',
      title: words.title,
      of: ({ title, packId }) => (
        <>
          {title}
          <small>{packId}</small>
        </>
      ),
    },
    {
      id: 'source',
      title: words.source,
      of: ({ source }) => (source === 'shipped' ? words.shipped : words.uploaded),
    },
    { id: 'years', title: words.years, of: ({ years }) => years.join('、') },
    { id: 'checks', title: words.checks, number: true, of: ({ checks }) => checks },
    { id: 'filings', title: words.filings, number: true, of: ({ filings }) => filings },
    {
      id: 'active',
      title: words.active,
      of: ({ source, activeYears }) =>
        source === 'shipped' ? words.withTheSystem : activeYears.map((year) => words.inYear(year)).join('、'),
    },
    { id: 'do', title: words.actions, of: (pack) => <Actions pack={pack} start={start} /> },
  ]
}

function Actions({ pack, start }: Readonly<{ pack: PackShown; start: (task: Task) => void }>) {
  if (pack.source === 'shipped') return null
  return (
    <span className="row-actions">
      <Button onClick={() => start({ kind: 'try', pack })} small>
        {words.try}
      </Button>
      <Button onClick={() => start({ kind: 'activate', pack })} small>
        {words.activateOrEnd}
      </Button>
    </span>
  )
}
