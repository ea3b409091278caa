import { OpenFiling } from '../opening/OpenFiling.js'
import './report.css'
import { ReportDesk } from './ReportDesk.js'

/** The narrative report of a filing. */
export function ReportPage() {
  return <OpenFiling>{(opened) => <ReportDesk {...opened} />}</OpenFiling>
}
