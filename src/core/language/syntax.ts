/** From which character to which of the sentence, 0-based, end excluded. */
export type Span = Readonly<{ start: number; end: number }>

/** A mistake in a sentence, for its writer. */
export class SentenceError extends Error {
  readonly span: Span
  constructor(span: Span, message: string) {
    super(message)
    this.span = span
  }
}

/** A name as written: `全年预算数`, `年度资金总额.全年预算数`, `公用经费的其中`, `其中`. */
export type NameSyntax = Span & Readonly<{ kind: 'name'; parts: readonly string[]; ofWhich: boolean }>

export type NumberSyntax =
  | NameSyntax
  | (Span & Readonly<{ kind: 'literal'; text: string }>)
  | (Span &
      Readonly<{ kind: 'binary'; sign: '+' | '-' | '×' | '÷'; left: NumberSyntax; right: NumberSyntax }>)
  | (Span & Readonly<{ kind: 'call'; word: string; items: readonly NumberSyntax[] }>)

export type Comparison = '=' | '≠' | '≤' | '≥' | '<' | '>'

export type ClaimSyntax =
  | Readonly<{ kind: 'compare'; sign: Comparison; left: NumberSyntax; right: NumberSyntax }>
  | Readonly<{ kind: 'and' | 'or'; items: readonly ClaimSyntax[] }>
  | Readonly<{ kind: 'filled'; name: NameSyntax; wanted: boolean }>

/** 每行 … ：, 每列 … ：, 每个 … ： */
export type QuantifierSyntax = Readonly<{ word: '每行' | '每列' | '每个'; set: NameSyntax }>

export type SentenceSyntax = Readonly<{
  quantifier: QuantifierSyntax | undefined
  condition: ClaimSyntax | undefined
  claim: ClaimSyntax
}>
