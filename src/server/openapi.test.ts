import { describe, expect, it } from 'vitest'
import { routeList } from '../contract/routes.js'
import { describeApi } from './openapi.js'

type Operation = Readonly<{
  operationId: string
  parameters: readonly { name: string; in: string; required: boolean; schema: object }[]
  responses: Readonly<Record<string, { description: string }>>
}>

const described: Readonly<Record<string, unknown>> = JSON.parse(
  JSON.stringify(describeApi(routeList, '1.0.0')),
)
const paths = described.paths as Readonly<Record<string, Readonly<Record<string, Operation>>>>
const operations = Object.entries(paths).flatMap(([path, byMethod]) =>
  Object.values(byMethod).map((operation) => ({ path, ...operation })),
)

describe('the description of the API', () => {
  it('is OpenAPI 3.1 with every route once, under an id of its own', () => {
    expect(described.openapi).toBe('3.1.0')
    expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(
      routeList.map(({ id }) => id).toSorted(),
    )
  })

  it('names each parameter of a path, and no other', () => {
    for (const { path, parameters, operationId } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted()
      const told = parameters.filter((one) => one.in === 'path')
      expect([operationId, told.map(({ name }) => name).toSorted()]).toEqual([operationId, inPath])
      expect(told.every(({ required }) => required)).toBe(true)
    }
  })

  it('describes every answer, and points nowhere but into itself', () => {
    for (const { responses } of operations)
      for (const { description } of Object.values(responses)) expect(description).not.toBe('')
    const pointers = [...JSON.stringify(described).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to)
    expect(pointers.length).toBeGreaterThan(0)
    expect(new Set(pointers)).toEqual(new Set(['#/components/schemas/Problem']))
  })
})
