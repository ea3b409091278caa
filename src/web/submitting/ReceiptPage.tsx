import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { AnswerOf } from '../../contract/route.js'
import type { Routes } from '../../contract/routes.js'
import { call } from '../api.js'
import { dateAndTime } from '../days.js'
import { Button } from '../shell/Button.js'
import { Failure } from '../shell/Failure.js'
import { Loading } from '../shell/Loading.js'
import { PageHead } from '../shell/PageHead.js'
import { Versions } from '../versions/Versions.js'
import { words as everywhere } from '../words.zh.js'
import { Downloads } from './Downloads.js'
import './submitting.css'
import { words } from './words.zh.js'

/** What proves a submission: what, when, by whom, and the hashes. Prints on one page. */
export function ReceiptPage() {
  const { filingId = '' } = useParams()
  const receipt = useQuery({
    queryKey: ['receipt', filingId],
    queryFn: () => call('readReceipt', { params: { filingId } }),
  })
  const whole = useQuery({
    queryKey: ['filing', filingId],
    queryFn: () => call('readFiling', { params: { filingId } }),
  })
  const failed = receipt.error ?? whole.error
  if (failed !== null) return <Failure error={failed} />
  if (receipt.data === undefined || whole.data === undefined) return <Loading />
  return (
    <div className="page">
      <PageHead title={words.receiptTitle} crumbs={[{ words: everywhere.myTasks, to: '/' }]}>
        <Downloads filingId={filingId} version={receipt.data.version} />
        <Button onClick={() => window.print()}>{words.print}</Button>
        <Link className="button" to={`/filings/${filingId}`}>
          {words.toFiling}
        </Link>
        <Link className="button filled" to="/">
          {words.toTasks}
        </Link>
      </PageHead>
      <div className="panel receipt">
        <p>{words.receiptSays}</p>
        <dl>
          {linesOf(receipt.data, whole.data).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Versions filingId={filingId} />
    </div>
  )
}

function linesOf(
  receipt: AnswerOf<Routes['readReceipt']>,
  { filing }: AnswerOf<Routes['readFiling']>,
): readonly (readonly [string, string])[] {
  const { previousHash, totalScore } = receipt
  return [
    [words.unit, filing.unitName],
    [words.form, filing.projectName === null ? filing.title : `${filing.title} · ${filing.projectName}`],
    [words.year, everywhere.yearName(filing.budgetYear)],
    [words.version, words.versionName(receipt.version)],
    [words.submittedAt, dateAndTime(receipt.submittedAt)],
    [words.by, receipt.byName],
    [words.signed, receipt.signedBy],
    ...(totalScore === null ? [] : [[words.score, `${totalScore} ${words.points}`] as const]),
    [words.contentHash, receipt.contentHash],
    [words.previousHash, previousHash ?? words.firstVersion],
    [words.eventHash, receipt.eventHash],
  ]
}
