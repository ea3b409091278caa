import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useSession } from '../session.js'
import { Failure } from '../shell/Failure.js'
import { Loading } from '../shell/Loading.js'
import { FillingDesk } from './desk/FillingDesk.js'
import { filingQuery, packsQuery } from './filing-whole.js'

/** One filing, filled in on its paper forms. */
export function FillingPage() {
  const { filingId = '' } = useParams()
  const session = useSession()
  const filing = useQuery(filingQuery(filingId))
  const packs = useQuery({ ...packsQuery(filing.data?.packs ?? []), enabled: filing.data !== undefined })
  if (filing.isError) return <Failure again={() => void filing.refetch()} error={filing.error} />
  if (packs.isError) return <Failure again={() => void packs.refetch()} error={packs.error} />
  const account = session.data?.account
  if (filing.data === undefined || packs.data === undefined || account == null) return <Loading />
  return <FillingDesk account={account} key={filingId} packSet={packs.data} whole={filing.data} />
}
