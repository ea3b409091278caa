import type { Role } from '../core/workflow/role.js'

/** Where a person opens a filing: those who fill in on the form, all others on the page for reviewing. */
export function pathOfFiling(filing: Readonly<{ filingId: string }>, role: Role | undefined): string {
  const fillsIn = role === 'preparer' || role === 'headOfUnit'
  return fillsIn ? `/filings/${filing.filingId}` : `/review/${filing.filingId}`
}
