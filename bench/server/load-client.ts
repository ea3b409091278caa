import { randomUUID } from 'node:crypto'
import { Agent, type IncomingMessage, request } from 'node:http'
import type { LoadUser } from './seed-load.js'

/** One request and whose it is. */
type Sent = Readonly<{
  user?: LoadUser
  method?: string
  headers?: Readonly<Record<string, string>>
  body?: string
}>

/** Asks one server over kept connections and remembers how long every kind of question took, in milliseconds. */
export class LoadClient {
  readonly taken: Record<string, number[]> = {}
  failures = 0
  readonly #port: number
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 80 })

  constructor(port: number) {
    this.#port = port
  }

  /** @returns the body; undefined when the answer was a refusal */
  async call(kind: string, path: string, sent: Sent = {}): Promise<Buffer | undefined> {
    const began = performance.now()
    const { status, bytes } = await this.#exchange(path, sent)
    this.taken[kind] ??= []
    this.taken[kind].push(performance.now() - began)
    if (status < 400) return bytes
    this.failures += 1
    if (this.failures < 4) process.stderr.write(`${kind} ${status} ${bytes.toString('utf8').slice(0, 300)}\n`)
    return undefined
  }

  #exchange(path: string, { user, method, headers, body }: Sent) {
    const all: Record<string, string> = { ...headers, origin: `http://127.0.0.1:${this.#port}` }
    if (user !== undefined) Object.assign(all, { cookie: user.cookie, 'x-csrf-token': user.csrfToken })
    if (body !== undefined) all['content-length'] = String(Buffer.byteLength(body))
    const options = {
      host: '127.0.0.1',
      port: this.#port,
      path,
      agent: this.#agent,
      headers: all,
      method: method ?? 'GET',
    }
    return new Promise<{ status: number; bytes: Buffer }>((resolve, reject) => {
      const asked = request(options, (answer) => {
        bodyOf(answer).then((bytes) => resolve({ status: answer.statusCode ?? 0, bytes }), reject)
      })
      asked.on('error', reject)
      asked.end(body)
    })
  }

  /** Reads a filing as its page does. @returns the revision */
  async read(user: LoadUser): Promise<string> {
    const bytes = await this.call('read', `/api/filings/${user.filingId}`, { user })
    return bytes === undefined ? '1' : JSON.parse(bytes.toString('utf8')).revision
  }

  /** Types one figure. @returns the new revision */
  async save(user: LoadUser, revision: string, round: number): Promise<string> {
    const cell = 'f1/actualAccomplishment'
    const changes = [{ kind: 'cell', cell, from: '', to: `新增${round}人` }]
    const body = JSON.stringify({ changeId: randomUUID(), changes })
    const headers = { 'content-type': 'application/json', 'if-match': revision }
    const path = `/api/filings/${user.filingId}/content`
    const bytes = await this.call('save', path, { user, method: 'PATCH', headers, body })
    return bytes === undefined ? revision : JSON.parse(bytes.toString('utf8')).revision
  }

  list(user: LoadUser) {
    return this.call('list', '/api/filings?year=2024&size=50', { user })
  }

  export(user: LoadUser) {
    return this.call('export', '/api/filings.xlsx?year=2024', { user })
  }

  /** A plain answer of the same server, which shows how busy the machine is. */
  floor() {
    return this.call('floor', '/bench-floor')
  }
}

async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
