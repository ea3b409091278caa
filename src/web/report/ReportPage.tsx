/** The report. */
export function ReportPage() {
  return <div className="page" />
}
