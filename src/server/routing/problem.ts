import { randomBytes } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { ErrorKind } from '../../core/errors/error-entry.js'
import { DomainError } from '../../core/errors/errors.js'

const statusOfKind: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  stale: 412,
  tooMany: 429,
  unavailable: 503,
}

/** Refusals whose status says more than their kind. */
const statusOfCode: Readonly<Record<string, number>> = {
  BODY_TOO_LARGE: 413,
  FILE_TOO_LARGE: 413,
  BODY_TOO_SLOW: 408,
  BODY_KIND_WRONG: 415,
  SERVER_FAULT: 500,
}

const titles: Readonly<Record<number, string>> = {
  400: '提交的内容不对',
  401: '需要登录',
  403: '没有权限',
  404: '没有找到',
  408: '传得太慢',
  409: '现在不能这样做',
  412: '别人先改过了',
  413: '内容太大',
  415: '格式不对',
  429: '太频繁了',
  500: '程序内部出错',
  503: '现在用不了',
}

/** Extra members of a problem, such as the changes since, travel on the error as `problem`. */
export class ProblemError extends DomainError {
  readonly problem: Readonly<Record<string, unknown>>

  constructor(
    code: DomainError['code'],
    given: Readonly<{ parameters?: DomainError['parameters']; problem: Readonly<Record<string, unknown>> }>,
  ) {
    super(code, given.parameters ?? {})
    this.problem = given.problem
  }
}

/** The HTTP status of a refusal, decided in this one place. */
export function statusOf(error: DomainError): number {
  return statusOfCode[error.code] ?? statusOfKind[error.kind]
}

/** A refusal as application/problem+json (RFC 9457) prints it. */
export function problemOf(error: DomainError): Readonly<Record<string, unknown>> & { status: number } {
  const status = statusOf(error)
  const extra = error instanceof ProblemError ? error.problem : {}
  return {
    type: `urn:hengxiao:${error.code}`,
    title: titles[status] ?? '不能这样做',
    status,
    code: error.code,
    detail: error.message,
    ...extra,
  }
}

/** Every error of every request ends here: a refusal in Chinese, or one neutral sentence with a number to look up in the log. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error, request)
  const problem = problemOf(refusal)
  if (problem.status === 429 && typeof refusal.parameters.minutes === 'number')
    reply.header('retry-after', String(refusal.parameters.minutes * 60))
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem))
}

function refusalOf(error: unknown, request: FastifyRequest): DomainError {
  if (error instanceof DomainError) return error
  const known = refusalOfFastify(error, request)
  if (known !== undefined) return known
  const number = randomBytes(4).toString('hex')
  request.log.error({ err: error, number }, 'fault')
  return new DomainError('SERVER_FAULT', { number })
}

function refusalOfFastify(error: unknown, request: FastifyRequest): DomainError | undefined {
  const { code, statusCode } = isFastifyError(error) ? error : { code: '', statusCode: undefined }
  if (statusCode === 413) {
    const limit = Math.floor(
      (code === 'FST_REQ_FILE_TOO_LARGE' ? fileLimit : request.routeOptions.bodyLimit) / 1_048_576,
    )
    return new DomainError('BODY_TOO_LARGE', { limit })
  }
  if (statusCode === 415 || code === 'FST_INVALID_MULTIPART_CONTENT_TYPE')
    return new DomainError('BODY_KIND_WRONG', { wanted: 'application/json' })
  if (statusCode === 404) return new DomainError('NOT_FOUND', { what: request.url.split('?')[0] ?? '' })
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new DomainError('REQUEST_WRONG', { where: '请求', problem: '读不出来，可能传输中断。' })
  return undefined
}

/** Largest uploaded file, in bytes; as the gate of `documents/` takes it. */
export const fileLimit = 64 * 1_048_576

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'statusCode' in error
}
