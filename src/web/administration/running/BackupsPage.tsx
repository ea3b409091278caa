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

type BackupShown = AnswerOf<Routes['listBackups']>['items'][number]

const columns: readonly Column<BackupShown>[] = [
  { id: 'name', title: '备份', of: ({ name }) => name },
  { id: 'madeAt', title: '时间', of: ({ madeAt }) => dateAndTime(madeAt) },
  {
    id: 'size',
    title: '大小（MB）',
    number: true,
    of: ({ bytes }) => (Number(bytes) / 1_048_576).toFixed(1),
  },
  {
    id: 'do',
    title: '办理',
    of: ({ name }) => (
      <a className="button" href={addressOf('downloadBackup', { params: { name } })}>
        下载<span className="only-read">{name}</span>
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
      <PageHead title="备份">
        <Button busy={change.isPending} onClick={() => change.mutate(() => call('makeBackup'))} filled>
          现在备份
        </Button>
      </PageHead>
      <p className="quiet">
        备份时大家可以照常办理。备份里有全部数据，请下载后存到别的机器上，并妥善保管。恢复只能在服务器上用命令
        hengxiao restore，会先核对条数和留痕。
      </p>
      {change.error === null ? null : <Failure error={change.error} />}
      <List
        columns={columns}
        counted="个备份"
        empty={<p>还没有备份。请点“现在备份”，做好后下载一份存到别的机器上。</p>}
        filter={filter}
        items={list.data.items}
        keyOf={({ name }) => name}
        label="备份"
        total={list.data.total}
      />
    </>
  )
}
