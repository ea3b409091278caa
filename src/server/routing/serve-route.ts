import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AnswerOf, RouteDefinition } from '../../contract/route.js'
import { DomainError } from '../../core/errors/errors.js'
import { admit } from '../door/admit.js'
import type { Caller } from '../door/visitor.js'
import type { Workplace } from '../workplace/workplace.js'
import { checkStanding, findStanding } from './filing-standing.js'
import { parseInput, type RawInput } from './parse-input.js'

type OutputOf<Shape> = Shape extends z.ZodType ? z.output<Shape> : undefined

/** What a handler is given: parsed input, the caller where one is needed, and the workplace. */
export type Call<Definition extends RouteDefinition> = Readonly<{
  params: OutputOf<Definition['params']>
  query: OutputOf<Definition['query']>
  body: OutputOf<Definition['body']>
  caller: Definition['who'] extends 'anyone' ? Caller | undefined : Caller
  workplace: Workplace
  request: FastifyRequest
  reply: FastifyReply
}>

/** A handler parses nothing and checks no role: the route's definition has done both. Without an answer it returns nothing (204), or sends a file or stream itself. */
export type Handler<Definition extends RouteDefinition> = (
  call: Call<Definition>,
) => Promise<AnswerOf<Definition> | undefined>

/** A definition with its handler, ready for `buildApp`. */
export type ServedRoute = Readonly<{
  definition: RouteDefinition
  add: (app: FastifyInstance, workplace: Workplace) => void
}>

/** Joins a definition of the contract with its handler; who may, what may come in and what goes out follow the definition. */
export function serveRoute<const Definition extends RouteDefinition>(
  definition: Definition,
  handler: Handler<Definition>,
  /** The handler asks the table itself, with the filing in hand: one question to the database less. */
  { asksStanding }: Readonly<{ asksStanding: boolean }> = { asksStanding: false },
): ServedRoute {
  const { id, method, path } = definition
  return {
    definition,
    add: (app, workplace) =>
      app.route({
        method,
        url: path,
        config: { routeId: id },
        onRequest: (request) => admit(request, definition, workplace),
        handler: async (request, reply) => {
          const input = parseInput(definition, request)
          if (!asksStanding) await checkFiling(definition, { input, request, workplace })
          const answer = await handler(parseCall<Definition>({ input, request, reply, workplace }))
          return sendAnswer(definition, answer, reply)
        },
      }),
  }
}

type Incoming = Readonly<{ input: RawInput; request: FastifyRequest; workplace: Workplace }>

/** Input has been parsed by the very definition that names these types. */
function parseCall<Definition extends RouteDefinition>({
  input,
  ...rest
}: Incoming & { reply: FastifyReply }): Call<Definition> {
  return { ...input, caller: rest.request.visitor?.caller, ...rest } as unknown as Call<Definition>
}

async function checkFiling(
  definition: RouteDefinition,
  { input, request, workplace }: Incoming,
): Promise<void> {
  if (definition.filing === undefined) return
  const caller = request.visitor?.caller
  if (caller === undefined) throw new DomainError('SIGN_IN_NEEDED')
  const { filingId } = FilingAddress.parse(input.params)
  checkStanding(caller, await findStanding(workplace.store, caller, filingId), definition.filing)
}

const FilingAddress = z.object({ filingId: z.string() })

function sendAnswer(definition: RouteDefinition, answer: unknown, reply: FastifyReply): FastifyReply {
  if (reply.sent || reply.request.isAnswered) return reply
  reply.header('cache-control', 'no-store')
  if (answer === undefined) return reply.code(204).send()
  checkAnswer(definition, answer, reply)
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer))
}

/** Sends an answer that is JSON already. */
export function sendJson(reply: FastifyReply, definition: RouteDefinition, text: string): undefined {
  if (reply.server.site.checkAnswers) checkAnswer(definition, JSON.parse(text), reply)
  reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(text)
}

/** In tests every answer is held against its definition. */
function checkAnswer(definition: RouteDefinition, answer: unknown, reply: FastifyReply): void {
  if (!reply.server.site.checkAnswers || definition.answer === undefined) return
  const checked = definition.answer.safeParse(answer)
  if (!checked.success) throw new Error(`answer of ${definition.id}: ${z.prettifyError(checked.error)}`)
}
