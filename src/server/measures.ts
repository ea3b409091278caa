import type { FastifyInstance } from 'fastify'
import { DomainError } from '../core/errors/errors.js'
import { findRegion } from '../store/region-store.js'
import { measureWork } from '../store/running-store.js'
import { isLoopbackAddress } from './door/loopback.js'
import type { Workplace } from './workplace/workplace.js'

/** Upper bounds of the histogram, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const

type Latency = { counts: number[]; sum: number; times: number }

/** What is measured of one app, in the text format of Prometheus. */
export type Measures = Readonly<{
  count(route: string, request: Readonly<{ method: string; status: number; seconds: number }>): void
  render(): string
}>

export function createMeasures(): Measures {
  const requests = new Map<string, number>()
  const latencies = new Map<string, Latency>()
  return {
    count: (route, { method, status, seconds }) => {
      const labels = `route="${route}",method="${method}",status="${status}"`
      requests.set(labels, (requests.get(labels) ?? 0) + 1)
      const latency = latencies.get(route) ?? { counts: bounds.map(() => 0), sum: 0, times: 0 }
      latencies.set(route, latency)
      for (const [index, bound] of bounds.entries())
        if (seconds <= bound) latency.counts[index] = (latency.counts[index] ?? 0) + 1
      latency.sum += seconds
      latency.times += 1
    },
    render: () =>
      [
        ...series('hengxiao_requests_total', { type: 'counter', help: 'Requests by route and status' }),
        ...[...requests].map(([labels, times]) => `hengxiao_requests_total{${labels}} ${times}`),
        ...series('hengxiao_request_seconds', { type: 'histogram', help: 'Seconds from request to answer' }),
        ...[...latencies].flatMap(([route, latency]) => renderLatency(route, latency)),
      ].join('\n'),
  }
}

function series(name: string, { type, help }: Readonly<{ type: string; help: string }>): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
}

function renderLatency(route: string, { counts, sum, times }: Latency): string[] {
  const name = 'hengxiao_request_seconds'
  return [
    ...counts.map((count, index) => `${name}_bucket{route="${route}",le="${bounds[index]}"} ${count}`),
    `${name}_bucket{route="${route}",le="+Inf"} ${times}`,
    `${name}_sum{route="${route}"} ${sum}`,
    `${name}_count{route="${route}"} ${times}`,
  ]
}

/** `/healthz` for whoever watches over the server, and `/metrics` for a Prometheus on this machine or with the token. */
export function addMeasures(app: FastifyInstance, workplace: Workplace): void {
  const measures = createMeasures()
  app.addHook('onResponse', (request, reply, done) => {
    const { method } = request
    const route = request.routeOptions.url ?? 'none'
    measures.count(route, { method, status: reply.statusCode, seconds: reply.elapsedTime / 1000 })
    done()
  })
  app.get('/healthz', async (_request, reply) => {
    const isWell = await answers(workplace)
    reply.header('cache-control', 'no-store')
    return reply.code(isWell ? 200 : 503).send({ status: isWell ? 'ok' : 'database' })
  })
  app.get('/metrics', async (request, reply) => {
    const token = process.env.HENGXIAO_METRICS_TOKEN
    const isHere = isLoopbackAddress(request.ip)
    if (!isHere && (!token || request.headers.authorization !== `Bearer ${token}`))
      throw new DomainError('NOT_FOUND', { what: '/metrics' })
    const lines = [measures.render(), ...(await renderWork(workplace)), '']
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(lines.join('\n'))
  })
}

async function answers({ store }: Workplace): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, 3000, false).unref())
  const asked = store
    .asSystem('counts', (trx) => findRegion(trx))
    .then(
      () => true,
      () => false,
    )
  return Promise.race([asked, late])
}

/** What waits: uploads by state, sessions, connections to the database. */
async function renderWork({ store, now }: Workplace): Promise<string[]> {
  const { queued, reading, sessions, connections } = await store.asSystem('counts', (trx) =>
    measureWork(trx, now()),
  )
  return [
    ...series('hengxiao_uploads', { type: 'gauge', help: 'Uploads not yet read' }),
    `hengxiao_uploads{state="queued"} ${queued}`,
    `hengxiao_uploads{state="reading"} ${reading}`,
    ...series('hengxiao_sessions', { type: 'gauge', help: 'Sessions not yet expired' }),
    `hengxiao_sessions ${sessions}`,
    ...series('hengxiao_database_connections', { type: 'gauge', help: 'Connections to the database' }),
    ...connections.map(({ state, count }) => `hengxiao_database_connections{state="${state}"} ${count}`),
    ...series('hengxiao_memory_bytes', { type: 'gauge', help: 'Resident memory of this process' }),
    `hengxiao_memory_bytes ${process.memoryUsage.rss()}`,
  ]
}
