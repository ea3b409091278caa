import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { filingRoutes } from '../../contract/filing-routes.js'
import { reportForm } from '../../core/checks/run-checks.js'
import { DomainError } from '../../core/errors/errors.js'
import type { Pack } from '../../core/pack/pack.js'
import { serveRoute } from '../routing/serve-route.js'

/** One compiled pack, for the page to check with. */
export const readPack = serveRoute(
  filingRoutes.readPack,
  async ({ params, caller, workplace, request, reply }) => {
    const pack = getPack(params['*'], await workplace.packs(caller.regionId))
    return sendKept({ request, reply }, jsonOf(pack))
  },
)

/** The packs named and those of reports, with the laws they rest on. */
export const readPacks = serveRoute(
  filingRoutes.readPacks,
  async ({ query: { ids }, caller, workplace, request, reply }) => {
    const known = await workplace.packs(caller.regionId)
    const named = ids
      .split(',')
      .filter((id) => id !== '')
      .map((id) => getPack(id, known))
    const chosen = new Set([...named, ...known.filter(({ form }) => form === reportForm)])
    const packs = [...chosen].map(jsonOf).join(',')
    return sendKept({ request, reply }, `{"packs":[${packs}],"laws":${jsonOf(workplace.laws)}}`)
  },
)

function getPack(id: string, packs: readonly Pack[]): Pack {
  const pack = packs.find((one) => one.id === id)
  if (pack === undefined) throw new DomainError('NOT_FOUND', { what: `模板包 ${id}` })
  return pack
}

const texts = new WeakMap<object, string>()

/** JSON of something that never changes. */
function jsonOf(value: object): string {
  const known = texts.get(value)
  if (known !== undefined) return known
  const text = JSON.stringify(value)
  texts.set(value, text)
  return text
}

/** Editions freeze, but an uploaded one may still be on trial: the browser keeps it and asks whether it is the same. */
function sendKept(
  { request, reply }: Readonly<{ request: FastifyRequest; reply: FastifyReply }>,
  text: string,
): undefined {
  const tag = `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`
  reply.header('etag', tag).header('cache-control', 'private, max-age=600, stale-while-revalidate=86400')
  if (request.headers['if-none-match'] === tag) reply.code(304).send()
  else reply.type('application/json; charset=utf-8').send(text)
  return undefined
}
