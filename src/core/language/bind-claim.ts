import { decimal, multiply } from '../exact/decimal.js'
import { bindCall } from './bind-call.js'
import { demandNumber } from './demand-number.js'
import type { ClaimRule, NumberRule } from './rule.js'
import { findReference, type Scope } from './scope.js'
import type { ClaimSyntax, NumberSyntax } from './syntax.js'

/** Looks up every name of a claim. @throws SentenceError */
export function bindClaim(syntax: ClaimSyntax, scope: Scope): ClaimRule {
  if (syntax.kind === 'compare')
    return {
      kind: 'compare',
      sign: syntax.sign,
      left: bindNumber(syntax.left, scope),
      right: bindNumber(syntax.right, scope),
    }
  if (syntax.kind === 'filled')
    return { kind: 'filled', reference: findReference(syntax.name, scope), wanted: syntax.wanted }
  return { kind: syntax.kind, items: syntax.items.map((item) => bindClaim(item, scope)) }
}

/** Looks up every name of an expression; words cannot be calculated with. @throws SentenceError */
export function bindNumber(syntax: NumberSyntax, scope: Scope): NumberRule {
  if (syntax.kind === 'literal') return bindLiteral(syntax.text)
  if (syntax.kind === 'name') {
    const reference = findReference(syntax, scope)
    demandNumber(reference, syntax)
    return { kind: 'reference', reference }
  }
  if (syntax.kind === 'call') return bindCall(syntax, scope, bindNumber)
  return {
    kind: 'binary',
    sign: syntax.sign,
    left: bindNumber(syntax.left, scope),
    right: bindNumber(syntax.right, scope),
  }
}

function bindLiteral(text: string): NumberRule {
  const bare = text.replace('%', '')
  const value = text.endsWith('%') ? multiply(decimal(bare), decimal('0.01')) : decimal(bare)
  return { kind: 'constant', value, text }
}
