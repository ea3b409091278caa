import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import { z } from 'zod'
import { allRoutes } from './all-routes.js'
import { securityHeaders } from './door/security-headers.js'
import { plainSite, type Site } from './door/site.js'
import { limitSlowBody } from './limit-slow-body.js'
import { logRequests } from './logging.js'
import { addMeasures } from './measures.js'
import { addDescription } from './openapi.js'
import { fileLimit, sendProblem } from './routing/problem.js'
import { servePages } from './serve-pages.js'
import { createUploadReader } from './uploads/upload-reader.js'
import './door/visitor.js'
import type { Workplace } from './workplace/workplace.js'

z.config(z.locales.zhCN())

/** How an app may differ from a plain one. */
export type AppOptions = Readonly<{
  site?: Partial<Site>
  logger?: FastifyServerOptions['logger']
  /** Instead of all routes, in tests. */
  routes?: typeof allRoutes
}>

/** The whole HTTP side of a workplace, ready for `inject` or `listen`; it listens nowhere by itself. */
export async function buildApp(workplace: Workplace, options: AppOptions = {}): Promise<FastifyInstance> {
  const site: Site = { ...plainSite, ...options.site }
  const app = fastify({
    logger: options.logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: site.bodyLimit,
    trustProxy: site.proxies === '' ? false : site.proxies.split(',').filter((one) => one !== ''),
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    requestIdHeader: false,
    routerOptions: { maxParamLength: 300 },
  })
  app.decorate('site', site)
  app.decorate('openStreams', new Set<() => void>())
  app.decorateRequest('visitor', undefined)
  app.decorateRequest('isAnswered', false)
  addHooks(app)
  await app.register(cookie)
  await app.register(multipart, {
    limits: { fileSize: fileLimit, files: 1000, fields: 20, fieldSize: 10_000, parts: 1020, headerPairs: 50 },
  })
  logRequests(app)
  addMeasures(app, workplace)
  const routes = options.routes ?? allRoutes
  for (const served of routes) served.add(app, workplace)
  addDescription(
    app,
    routes.map(({ definition }) => definition),
  )
  readUploads(app, workplace)
  await servePages(app, site.webFolder)
  return app
}

/** Files are read as they come in; a server that listens also looks for what an earlier one left behind. */
function readUploads(app: FastifyInstance, workplace: Workplace): void {
  const reader = createUploadReader(workplace)
  app.addHook('onListen', async () => reader.start())
  app.addHook('onClose', () => reader.close())
}

function addHooks(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain')
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply))
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(securityHeaders(reply))
    done()
  })
  app.addHook('preParsing', (request, _reply, payload, done) => {
    const hasBody =
      request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined
    done(null, hasBody ? limitSlowBody(request, payload) : payload)
  })
  app.addHook('onSend', (request, _reply, payload, done) => {
    request.isAnswered = true
    done(null, payload)
  })
  app.addHook('preClose', (done) => {
    for (const close of app.openStreams) close()
    done()
  })
}
