import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useState } from 'react'
import { useParams } from 'react-router'
import type { FilingContent } from '../../core/editing/content.js'
import { labelOfCell } from '../../core/editing/label-of-cell.js'
import type { EngineChecked } from '../engine/engine-messages.js'
import { useEngineWorker } from '../engine/use-engine.js'
import { useSession } from '../session.js'
import { Failure } from '../shell/Failure.js'
import { Loading } from '../shell/Loading.js'
import { type FilingWhole, filingQuery, type PackSet, packsQuery } from './filing-whole.js'
import { type Filling, useFilling } from './use-filling.js'
import { useFreshReport } from './use-fresh-report.js'
import { useOthers } from './use-others.js'

/** A filing that somebody works on: what the server has, the content with unsaved changes, and what the engine says. */
export type OpenedFiling = Readonly<{
  whole: FilingWhole
  packSet: PackSet
  filling: Filling
  checked: EngineChecked
  /** What others have just changed, in words; empty when nothing. */
  notice: string
  nameOf: (cell: string) => string
  /** Whether forms are shown with the rows and columns that are printed only when something stands in them. */
  showUnused: boolean
  setShowUnused: (show: boolean) => void
}>

type PagesOfFiling = Readonly<{ children: (opened: OpenedFiling) => ReactNode }>

/** Opens the filing of the address for the pages beside the form, with the same saving, engine and company. */
export function OpenFiling({ children }: PagesOfFiling) {
  const { filingId = '' } = useParams()
  const account = useSession().data?.account
  const whole = useQuery(filingQuery(filingId))
  const packs = useQuery({ ...packsQuery(whole.data?.packs ?? []), enabled: whole.data !== undefined })
  const failed = whole.error ?? packs.error
  if (failed !== null) return <Failure error={failed} again={() => void whole.refetch()} />
  const isFresh = whole.data !== undefined && whole.isFetchedAfterMount
  if (!isFresh || packs.data === undefined || account == null) return <Loading />
  return (
    <Opened key={filingId} whole={whole.data} packSet={packs.data} account={account}>
      {children}
    </Opened>
  )
}

function Opened({
  whole,
  packSet,
  account,
  children,
}: PagesOfFiling &
  Readonly<{
    whole: FilingWhole
    packSet: PackSet
    account: Readonly<{ accountId: string; name: string }>
  }>) {
  const { packs } = packSet
  const others = useOthers({ whole, accountName: account.name, packs })
  const { checked, problem, check } = useEngineWorker()
  const [showUnused, setShowUnused] = useState(false)
  const onContent = useCallback(
    (content: FilingContent) => check(content, packs, showUnused),
    [check, packs, showUnused],
  )
  const filling = useFilling(whole, account.accountId, { onStale: others.pullIn, onContent })
  others.connect(filling)
  useFreshReport(filling, checked, whole.filing.actions.includes('edit'))
  const { latest } = filling
  const nameOf = useCallback((cell: string) => labelOfCell(latest(), packs, cell), [latest, packs])
  if (checked === undefined)
    return problem === undefined ? (
      <Loading />
    ) : (
      <p className="failure" role="alert">
        {problem}
      </p>
    )
  return children({
    whole,
    packSet,
    filling,
    checked,
    notice: problem ?? others.notice,
    nameOf,
    showUnused,
    setShowUnused,
  })
}
