import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { addressOf, call } from '../api.js'
import { filingQuery } from '../opening/filing-whole.js'
import { Failure } from '../shell/Failure.js'
import { Loading } from '../shell/Loading.js'
import { PageHead } from '../shell/PageHead.js'
import { useStream } from '../use-stream.js'
import { words as everywhere } from '../words.zh.js'
import { LedgerFile } from './LedgerFile.js'
import { ReadFile } from './ReadFile.js'
import './starting.css'
import { words } from './words.zh.js'

/** A file that was dropped: while it is read, why it cannot be, or both its sides. */
export function FilePage() {
  const { filingId = '', uploadId = '' } = useParams()
  const whole = useQuery(filingQuery(filingId))
  const upload = useQuery({
    queryKey: ['upload', uploadId],
    queryFn: () => call('readUpload', { params: { uploadId } }),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.upload.state) ? 1_000 : false),
    refetchOnWindowFocus: false,
  })
  const state = upload.data?.upload.state
  useStream(isUnderWay(state) ? addressOf('watchUploads') : null, { upload: () => void upload.refetch() })
  const failed = whole.error ?? upload.error
  if (failed !== null) return <Failure error={failed} again={() => void upload.refetch()} />
  if (whole.data === undefined || upload.data === undefined) return <Loading />
  if (state === 'read' && upload.data.upload.purpose === 'ledger')
    return <LedgerFile whole={whole.data} upload={upload.data} />
  if (state === 'read') return <ReadFile whole={whole.data} upload={upload.data} />
  return (
    <div className="page">
      <PageHead
        title={state === 'refused' ? words.refused : words.title}
        crumbs={[{ words: everywhere.myTasks, to: '/' }]}
      />
      <div className="panel">
        <h2>{upload.data.upload.name}</h2>
        <p role="status">
          {upload.data.upload.refusal?.message ?? (state === 'queued' ? words.queued : words.reading)}
        </p>
        {state === 'refused' ? (
          <p className="buttons">
            <Link className="button filled" to={`/filings/${filingId}/file`}>
              {words.another}
            </Link>
            <Link className="button" to={`/filings/${filingId}`}>
              {words.blank}
            </Link>
          </p>
        ) : null}
      </div>
    </div>
  )
}

function isUnderWay(state: string | undefined): boolean {
  return state === 'queued' || state === 'reading'
}
