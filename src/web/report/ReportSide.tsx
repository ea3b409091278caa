import type { CellFinding } from '../../core/editing/checked-content.js'
import { showParagraph } from './show-paragraph.js'
import type { MissingFact } from './use-draft.js'
import { words } from './words.zh.js'

/** What the engine says about the report: findings in its sentences, then facts that it still asks for. */
export function ReportSide({
  findings,
  missing,
}: Readonly<{ findings: readonly CellFinding[]; missing: readonly MissingFact[] }>) {
  return (
    <aside className="report-side">
      <section aria-labelledby="report-findings">
        <h2 id="report-findings">
          {words.findings} <span className="count">{findings.length}</span>
        </h2>
        {findings.length === 0 ? <p className="quiet">{words.noFindings}</p> : null}
        <ul>
          {findings.map((finding) => (
            <li key={`${finding.check} ${finding.inputs} ${finding.cells[0]}`}>
              <button
                type="button"
                className={`side-line finding-${finding.severity}`}
                onClick={() => showParagraph(paragraphIn(finding))}
              >
                {finding.message}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="report-missing">
        <h2 id="report-missing">
          {words.missing} <span className="count">{missing.length}</span>
        </h2>
        <p className="quiet">{missing.length === 0 ? words.noMissing : words.missingSays}</p>
        <ul>
          {missing.map(({ name, section, message }) => (
            <li key={`${section} ${name} ${message}`} className="side-line">
              <strong>{name}</strong>
              <span className="quiet">{section}</span>
              <p>{message}</p>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  )
}

function paragraphIn({ cells }: CellFinding): string {
  return cells.find((cell) => cell.startsWith('report/'))?.slice('report/'.length) ?? ''
}
