import type { z } from 'zod'
import type { RouteDefinition } from '../../contract/route.js'
import { DomainError } from '../../core/errors/errors.js'

/** What arrived, before it is parsed. */
export type RawInput = Readonly<{ params: unknown; query: unknown; body: unknown }>

const partNames = { params: '地址', query: '查询条件', body: '内容' } as const

/**
 * Parses what a route takes, by its definition.
 *
 * @throws DomainError REQUEST_WRONG naming the first wrong place
 */
export function parseInput(definition: RouteDefinition, raw: RawInput): RawInput {
  return {
    params: parsePart('params', definition.params, raw.params),
    query: parsePart('query', definition.query, raw.query),
    body: parsePart('body', definition.body, raw.body),
  }
}

function parsePart(part: keyof typeof partNames, shape: z.ZodType | undefined, given: unknown): unknown {
  if (shape === undefined) return undefined
  const parsed = shape.safeParse(given ?? {})
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  const path = first?.path.join('.') ?? ''
  throw new DomainError('REQUEST_WRONG', {
    where: path === '' ? partNames[part] : `${partNames[part]} ${path}`,
    problem: `${first?.message.replace(/。$/, '') ?? '读不出来'}。`,
  })
}
