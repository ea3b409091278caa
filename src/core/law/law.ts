import type { Basis, Severity } from './check.js'

/** A clause as used by checks; `verified` says who compared it with the official text and when. */
export type Clause = Readonly<{ text: string; verified: Readonly<{ by: string; on: string }> | undefined }>

/** 法规: an instrument whose clauses checks cite. Dates are ISO days. */
export type Law = Readonly<{
  id: string
  title: string
  /** 文号, such as 财预〔2020〕10号. */
  number: string | undefined
  issuer: string
  rank: 'law' | 'regulation' | 'ministryRule' | 'ministryNotice' | 'localRule' | 'localNotice'
  effectiveFrom: string
  repealedOn: string | undefined
  source: string | undefined
  clauses: Readonly<Record<string, Clause>>
}>

const severities: readonly Severity[] = ['info', 'warning', 'error']

/** The strongest severity that a basis can carry: practice and clauses nobody has verified only warn. */
export function strongestSeverity(basis: readonly Basis[], laws: readonly Law[]): Severity {
  return basis.some((each) => canBlock(each, laws)) ? 'error' : 'warning'
}

/** True when `severity` is stronger than `limit`. */
export function exceeds(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) > severities.indexOf(limit)
}

function canBlock(basis: Basis, laws: readonly Law[]): boolean {
  if ('form' in basis) return true
  return 'law' in basis && findClause(basis, laws)?.verified !== undefined
}

/** The clause that a basis names; undefined when there is no such law or clause. */
export function findClause(
  basis: Readonly<{ law: string; clause: string }>,
  laws: readonly Law[],
): Clause | undefined {
  return laws.find(({ id }) => id === basis.law)?.clauses[basis.clause]
}

/** `《预算法》第十三条（依据待核）`: as shown to users. */
export function basisText(basis: Basis, laws: readonly Law[]): string {
  if ('practice' in basis) return `经验做法：${basis.practice}`
  if ('form' in basis) return `《${basis.form}》${basis.clause}`
  const law = laws.find(({ id }) => id === basis.law)
  const verified = findClause(basis, laws)?.verified !== undefined
  return `《${law?.title ?? basis.law}》${law?.number ?? ''}${basis.clause}${verified ? '' : '（依据待核）'}`
}
