import { useNavigate } from 'react-router'
import { type OpenedFiling, OpenFiling } from '../opening/OpenFiling.js'
import { SavingLine } from '../saving/SavingLine.js'
import { PageHead } from '../shell/PageHead.js'
import { words as everywhere } from '../words.zh.js'
import { CheckBeforeSubmission } from './CheckBeforeSubmission.js'
import { Downloads } from './Downloads.js'
import { partFindings } from './open-findings.js'
import { SignAndSubmit } from './SignAndSubmit.js'
import { WithdrawButton } from './WithdrawButton.js'
import { words } from './words.zh.js'

/** The last page before a submission: what stands in the way, then the signature. */
export function SubmitPage() {
  return <OpenFiling>{(opened) => <BeforeSubmission {...opened} />}</OpenFiling>
}

function BeforeSubmission({ whole, filling, checked, nameOf }: OpenedFiling) {
  const navigate = useNavigate()
  const { filing, answers } = whole
  const { filingId } = filing
  const open = partFindings(checked.findings, answers)
  const ready = open.errors.length + open.warnings.length === 0
  const goTo = (cell: string | undefined) => {
    const report = cell?.startsWith('report/') === true
    const at = cell === undefined ? '' : `?cell=${encodeURIComponent(cell)}`
    void navigate(`/filings/${filingId}${report ? '/report' : ''}${at}`)
  }
  return (
    <div className="page">
      <PageHead
        title={words.checkTitle}
        crumbs={[
          { words: everywhere.myTasks, to: '/' },
          { words: filing.projectName ?? filing.title, to: `/filings/${filingId}` },
        ]}
      >
        <SavingLine saving={filling.saving} nameOf={nameOf} />
        <Downloads filingId={filingId} />
        <WithdrawButton filing={filing} revision={whole.revision} />
      </PageHead>
      <div className="panel">
        <CheckBeforeSubmission
          filingId={filingId}
          open={open}
          blanks={checked.filled.required - checked.filled.filled}
          goTo={(finding) => goTo(finding.cells[0])}
        />
        {ready && filing.actions.includes('submit') ? (
          <SignAndSubmit filingId={filingId} saving={filling.saving} />
        ) : null}
        {filing.actions.includes('submit') ? null : <p className="late">{filing.stateName}</p>}
      </div>
    </div>
  )
}
