import { OpenFiling } from '../opening/OpenFiling.js'
import { FillingDesk } from './desk/FillingDesk.js'

/** One filing, filled in on its paper forms. */
export function FillingPage() {
  return <OpenFiling>{(opened) => <FillingDesk {...opened} />}</OpenFiling>
}
