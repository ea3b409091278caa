import { unitsAndAccounts } from './0001-units-and-accounts.js'
import { filings } from './0002-filings.js'
import { trail } from './0003-trail.js'
import { rowSecurity } from './0004-row-security.js'
import { secondFactorStep } from './0005-second-factor-step.js'
import { selfPoints } from './0006-self-points.js'

/** Every migration in order, each a list of SQL statements. Forward only; one that has been released never changes. */
export const migrations: Readonly<Record<string, readonly string[]>> = {
  '0001-units-and-accounts': unitsAndAccounts,
  '0002-filings': filings,
  '0003-trail': trail,
  '0004-row-security': rowSecurity,
  '0005-second-factor-step': secondFactorStep,
  '0006-self-points': selfPoints,
}
