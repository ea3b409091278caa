import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { inject } from 'vitest'
import { connectStore, type OpenedStore } from '../store/connect-store.js'

type TestServer = Readonly<{ serverUrl: string; template: string }>

let server: Promise<TestServer> | undefined

/**
 * An empty, migrated database of its own, on the embedded server or on the one that `DATABASE_URL` names. Close the
 * store when done; the database goes with the run.
 */
export async function createTestStore(): Promise<OpenedStore> {
  return connectStore(await createTestDatabase({ migrated: true }))
}

/** The address of a new database; one that is not migrated has no tables at all. */
export async function createTestDatabase({ migrated }: { migrated: boolean }): Promise<string> {
  server ??= findServer()
  const { serverUrl, template } = await server
  const name = `${template}_${randomBytes(5).toString('hex')}`
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(`create database ${name} template ${migrated ? template : 'template0'}`)
  } finally {
    await client.end()
  }
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

async function findServer(): Promise<TestServer> {
  const socket = connect(inject('testDatabasePort'), '127.0.0.1')
  const answer: TestServer = JSON.parse(await text(socket))
  if (answer.serverUrl === '') throw new Error(answer.template)
  return answer
}
