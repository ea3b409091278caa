import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { AnswerOf, RouteDefinition, Scope } from '../contract/route.js'
import type { Actor } from '../store/store.js'
import type { Workplace } from './workplace.js'

/** Who calls: the actor with what the page and the trail need. */
export type Caller = Actor &
  Readonly<{ login: string; officeId: string; unitName: string; scopes: readonly Scope[] | 'all' }>

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

/** A definition with its handler, ready for `serveRoutes`. */
export type ServedRoute = Readonly<{
  definition: RouteDefinition
  add: (app: FastifyInstance, workplace: Workplace) => void
}>
