import type { Basis } from '../../../core/law/check.js'
import { findClause, type Law } from '../../../core/law/law.js'
import { words } from '../words.zh.js'

/** 《中华人民共和国预算法》第十三条; a clause that nobody has compared with the official text says so. */
export function basisWords(basis: Basis, laws: readonly Law[]): string {
  if ('practice' in basis) return words.practice(basis.practice)
  if ('form' in basis) return `《${basis.form}》${basis.clause}`
  const law = laws.find(({ id }) => id === basis.law)
  const name =
    law === undefined ? basis.law : `《${law.title}》${law.number === undefined ? '' : `（${law.number}）`}`
  const pending = findClause(basis, laws)?.verified === undefined ? words.pending : ''
  return `${name}${basis.clause}${pending}`
}
