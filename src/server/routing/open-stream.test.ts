import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFilingDesk, type FilingDesk } from '../../testing/filing-desk.js'

let desk: FilingDesk

beforeAll(async () => {
  desk = await createFilingDesk()
})
afterAll(() => desk.close())

describe('a stream', () => {
  it('is not kept for a reader who left before it began', async () => {
    const filingId = await desk.begin()
    const session = await desk.signInAs(desk.region.actors.preparer)
    await desk.app.listen({ host: '127.0.0.1', port: 0 })
    const bound = desk.app.server.address()
    const port = typeof bound === 'object' && bound !== null ? bound.port : 0
    const request = `GET /api/filings/${filingId}/stream HTTP/1.1\r\nhost: localhost\r\ncookie: ${session.cookie}\r\n\r\n`
    for (let number = 0; number < 5; number += 1)
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(request, () => socket.destroy()))
        socket.on('close', () => setTimeout(resolve, 100))
      })
    await expect.poll(() => desk.app.openStreams.size).toBe(0)
  })
})
