import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../../contract/route.js'
import type { Routes } from '../../../contract/routes.js'
import { addressOf, call } from '../../api.js'
import { dateAndTime } from '../../days.js'
import { type Column, List } from '../../lists/List.js'
import { useFilter } from '../../lists/use-filter.js'
import { Button } from '../../shell/Button.js'
import { Failure } from '../../shell/Failure.js'
import { Loading } from '../../shell/Loading.js'
import { PageHead } from '../../shell/PageHead.js'
import { useChange } from '../use-change.js'
import { words } from './words.zh.js'

type BackupShown = AnswerOf<Routes['listBackups']>['items'][number]

const columns: readonly Column<BackupShown>[] = [
  { id: 'name', title: words.backups, of: ({ name }) => name },
  { id: 'madeAt', title: words.time, of: ({ madeAt }) => dateAndTime(madeAt) },
  {
    id: 'size',
    title: words.size,
    number: true,
    of: ({ bytes }) => (Number(bytes) / 1_048_576).toFixed(1),
  },
  {
    id: 'do',
    title: words.actions,
    of: ({ name }) => (
      <a className="button" href={addressOf('downloadBackup', { params: { name } })}>
        {words.download}
        <span className="only-read">{name}</span>
      </a>
    ),
  },
]

/** Backups made so far, one more, and how to go back to one. */
export function BackupsPage() {
  const filter = useFilter()
  const { page, size } = filter
  const list = useQuery({
    queryKey: ['backups', page, size],
    queryFn: () => call('listBackups', { query: { page, size } }),
  })
  const change = useChange<unknown>('backups')
  if (list.isError) return <Failure again={() => void list.refetch()} error={list.error} />
  if (list.data === undefined) return <Loading />
  return (
    <>
      <PageHead title={words.backups}>
        <Button busy={change.isPending} onClick={() => change.mutate(() => call('makeBackup'))} filled>
          {words.backUpNow}
        </Button>
      </PageHead>
      <p className="quiet">{words.backupsSay}</p>
      {change.error === null ? null : <Failure error={change.error} />}
      <List
        columns={columns}
        counted={words.countedBackups}
        empty={<p>{words.noBackups}</p>}
        filter={filter}
        items={list.data.items}
        keyOf={({ name }) => name}
        label={words.backups}
        total={list.data.total}
      />
    </>
  )
}
