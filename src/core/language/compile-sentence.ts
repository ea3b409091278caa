import { bindSentence } from './bind-sentence.js'
import { parseSentence } from './parse-sentence.js'
import type { RuleInstance } from './rule.js'
import { SentenceError, type Span } from './syntax.js'
import type { Vocabulary } from './vocabulary.js'

/** The relations that a sentence asks, or where and why it cannot be understood. */
export type CompiledSentence = Readonly<{
  instances: readonly RuleInstance[]
  problem: Readonly<{ span: Span; message: string }> | undefined
}>

/** Compiles one rule sentence against the names of a form. */
export function compileSentence(sentence: string, vocabulary: Vocabulary): CompiledSentence {
  try {
    return {
      instances: bindSentence(parseSentence(sentence, vocabulary.names), vocabulary),
      problem: undefined,
    }
  } catch (error) {
    if (!(error instanceof SentenceError)) throw error
    return { instances: [], problem: { span: error.span, message: error.message } }
  }
}
