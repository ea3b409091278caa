import { Link } from 'react-router'
import type { FilingWhole } from '../opening/filing-whole.js'
import { Button } from '../shell/Button.js'
import { Failure } from '../shell/Failure.js'
import { PageHead } from '../shell/PageHead.js'
import { words as everywhere } from '../words.zh.js'
import type { UploadWhole } from './links.js'
import type { useImport } from './use-import.js'
import { words } from './words.zh.js'

/** The strip over both sides: how much was recognised, what is wrong in the file, and the one button. */
export function FileHead({
  whole,
  upload,
  left,
  take,
}: Readonly<{
  whole: FilingWhole
  upload: UploadWhole
  /** Unplaced and not yet put anywhere. */
  left: number
  take: ReturnType<typeof useImport>
}>) {
  const { findings, recognised, content } = upload
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  const older = content !== null && content.budgetYear < whole.filing.budgetYear
  const usable = content !== null && content.forms.length + content.report.length > 0
  const buttonOf = (as: 'thisYear' | 'lastYear', name: string) => (
    <Button
      key={as}
      filled={older === (as === 'lastYear')}
      disabled={!usable || take.isPending}
      onClick={() => take.mutate(as)}
    >
      {name}
    </Button>
  )
  return (
    <>
      <PageHead title={upload.upload.name} crumbs={[{ words: everywhere.myTasks, to: '/' }]}>
        <Link className="button" to={`/filings/${whole.filing.filingId}/file`}>
          {words.another}
        </Link>
        {buttonOf('lastYear', words.useLastYear)}
        {buttonOf('thisYear', words.use)}
      </PageHead>
      <p className="strip" role="status">
        <strong>{words.strip(recognised.length, left)}</strong> ·{' '}
        {words.findings(count('error'), count('warning'))}
        <span className="quiet"> · {words.useSays}</span>
      </p>
      {take.isError ? <Failure error={take.error} /> : null}
      <FileFindings findings={findings} />
    </>
  )
}

function FileFindings({ findings }: Pick<UploadWhole, 'findings'>) {
  if (findings.length === 0) return null
  return (
    <details className="panel file-findings">
      <summary>{words.findingsTitle}</summary>
      <p className="quiet">{words.findingsSay}</p>
      <ul>
        {findings.map(({ check, inputs, severity, message }) => (
          <li key={`${check} ${inputs}`} className={`finding-${severity}`}>
            {message}
          </li>
        ))}
      </ul>
    </details>
  )
}
