import { words } from './words.zh.js'

/** A refusal or failure of a call, with the sentence to be shown. `status` 0: the server was not reached. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  /** The whole answer, for what a code brings along, such as the changes of FILING_CHANGED. */
  readonly detail: Readonly<Record<string, unknown>>

  constructor(given: {
    status: number
    code: string
    sentence: string
    detail?: Readonly<Record<string, unknown>>
  }) {
    super(given.sentence)
    this.name = 'ApiProblem'
    this.status = given.status
    this.code = given.code
    this.detail = given.detail ?? {}
  }
}

/** Reads problem+json; anything else becomes one neutral sentence. */
export async function parseProblem(response: Response): Promise<ApiProblem> {
  return problemOf(response.status, await response.json().catch(() => undefined))
}

/** The problem that an answer is. */
export function problemOf(status: number, answer: unknown): ApiProblem {
  const detail: Record<string, unknown> = typeof answer === 'object' && answer !== null ? { ...answer } : {}
  const code = typeof detail.code === 'string' ? detail.code : 'UNKNOWN'
  const sentence = typeof detail.detail === 'string' ? detail.detail : words.serverFault(status)
  return new ApiProblem({ status, code, sentence, detail })
}

/** The sentence of anything thrown, for showing. */
export function sentenceOf(error: unknown): string {
  return error instanceof ApiProblem ? error.message : words.pageFault
}
