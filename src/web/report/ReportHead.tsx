import { Link } from 'react-router'
import type { OpenedFiling } from '../opening/OpenFiling.js'
import { SavingLine } from '../saving/SavingLine.js'
import { PageHead } from '../shell/PageHead.js'
import { Downloads } from '../submitting/Downloads.js'
import { words as everywhere } from '../words.zh.js'
import { words } from './words.zh.js'

/** Where I am, how it is saved, and where to go on. */
export function ReportHead({ whole, filling, notice, nameOf }: OpenedFiling) {
  const { filing } = whole
  const { filingId } = filing
  return (
    <PageHead
      title={words.title}
      crumbs={[
        { words: everywhere.myTasks, to: '/' },
        { words: filing.projectName ?? filing.title, to: `/filings/${filingId}` },
      ]}
    >
      {notice === '' ? null : <span role="status">{notice}</span>}
      <SavingLine saving={filling.saving} nameOf={nameOf} />
      <Downloads filingId={filingId} />
      <Link className="button" to={`/filings/${filingId}`}>
        {words.toForm}
      </Link>
      {filing.actions.includes('submit') ? (
        <Link className="button filled" to={`/filings/${filingId}/submit`}>
          {words.toSubmit}
        </Link>
      ) : null}
    </PageHead>
  )
}
