import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useParams } from 'react-router'
import { useEngine } from '../engine/use-engine.js'
import { contentOf } from '../opening/content-of.js'
import { type FilingWhole, filingQuery, type PackSet, packsQuery } from '../opening/filing-whole.js'
import { Failure } from '../shell/Failure.js'
import { Loading } from '../shell/Loading.js'
import { ReviewDesk } from './review/ReviewDesk.js'
import './reviewing.css'

/** Reviewing one filing: its forms, what the engine and people say of them, evidence and trail. */
export function ReviewPage() {
  const { filingId = '' } = useParams()
  const filing = useQuery(filingQuery(filingId))
  const packs = useQuery({ ...packsQuery(filing.data?.packs ?? []), enabled: filing.data !== undefined })
  if (filing.isError) return <Failure again={() => void filing.refetch()} error={filing.error} />
  if (packs.isError) return <Failure again={() => void packs.refetch()} error={packs.error} />
  if (filing.data === undefined || packs.data === undefined) return <Loading />
  return <Checked key={filingId} packSet={packs.data} whole={filing.data} />
}

function Checked({ whole, packSet }: Readonly<{ whole: FilingWhole; packSet: PackSet }>) {
  const content = useMemo(() => contentOf(whole.content), [whole.content])
  const { checked, problem } = useEngine(content, packSet.packs)
  if (problem !== undefined && checked === undefined) return <p role="alert">{problem}</p>
  if (checked === undefined) return <Loading />
  return <ReviewDesk checked={checked} packSet={packSet} whole={whole} />
}
