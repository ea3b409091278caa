import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fixed from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { DomainError } from '../core/errors/errors.js'
import { sendProblem } from './routing/problem.js'

/**
 * The built page: hashed files for ever, everything else asked for anew; an unknown address that is not of the API is
 * the page itself, whose own routes decide. Without a built page only the API is served.
 */
export async function servePages(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const hasPages = folder !== undefined && existsSync(join(folder, 'index.html'))
  if (hasPages)
    await app.register(fixed, {
      root: folder,
      index: 'index.html',
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, file) => {
        const isHashed = file.includes('/assets/')
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?')
    const isPage = request.method === 'GET' && !/^\/(api|assets|public)(\/|$)/.test(path)
    if (hasPages && isPage) return reply.sendFile('index.html')
    return sendProblem(new DomainError('NOT_FOUND', { what: path }), request, reply)
  })
}
