import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { RouteDefinition } from '../contract/route.js'
import { Problem } from '../contract/shapes.js'
import { roleNames } from '../core/workflow/role.js'
import { actionNames } from '../core/workflow/transition.js'

type Json = Readonly<Record<string, unknown>>

/** The contract as OpenAPI 3.1, whose schemas are JSON Schema 2020-12 as zod writes it. */
export function describeApi(definitions: readonly RouteDefinition[], version: string): Json {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const definition of definitions) {
    const path = templateOf(definition.path)
    paths[path] = { ...paths[path], [definition.method.toLowerCase()]: describeRoute(definition) }
  }
  return {
    openapi: '3.1.0',
    info: { title: '衡效接口', version, description: '预算绩效自评的填报、审核与管理。' },
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'hengxiao_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function templateOf(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}').replace('*', '{path}')
}

function describeRoute(definition: RouteDefinition): Json {
  const { id, summary, who, scope, body, answer } = definition
  return {
    operationId: id,
    summary,
    description: whoMay(definition),
    parameters: [...parametersOf(definition.params, 'path'), ...parametersOf(definition.query, 'query')],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(body, 'input') } },
          },
        }),
    responses: {
      ...(answer === undefined
        ? { '204': { description: '办好了，没有内容；或直接给出文件、事件流。' } }
        : {
            '200': {
              description: summary,
              content: { 'application/json': { schema: schemaOf(answer, 'output') } },
            },
          }),
      default: {
        description: '没有办成，说明原因和办法',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    security:
      who === 'anyone' ? [] : scope === undefined ? [{ session: [] }] : [{ session: [] }, { token: [scope] }],
  }
}

function whoMay({ who, filing, scope }: RouteDefinition): string {
  const people =
    who === 'anyone'
      ? '任何人'
      : who === 'signedIn'
        ? '已登录的人'
        : who.map((role) => roleNames[role]).join('、')
  const action =
    filing === undefined
      ? ''
      : filing === 'see'
        ? '；能看到这份自评'
        : `；这时能${actionNames[filing]}这份自评`
  return `可用：${people}${action}。${scope === undefined ? '' : `接口令牌需要权限 ${scope}。`}`
}

function parametersOf(shape: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (shape === undefined) return []
  const { properties = {}, required = [] } = Properties.parse(schemaOf(shape, 'input'))
  return Object.entries(properties).map(([name, schema]) => ({
    name: name === '*' ? 'path' : name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }))
}

const Properties = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
})

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' })
  return schema
}

/** Serves the description at `/api/openapi.json`, made when it is first asked for. */
export function addDescription(app: FastifyInstance, definitions: readonly RouteDefinition[]): void {
  let text: string | undefined
  app.get('/api/openapi.json', async (_request, reply) => {
    text ??= JSON.stringify(describeApi(definitions, app.site.version))
    return reply.type('application/json; charset=utf-8').send(text)
  })
}
