import pg from 'pg'
import { databaseTypes } from './database-types.js'

/**
 * A pool whose connections may die at any time, idle or in the middle of a transaction: the question under way fails,
 * the pool makes a new one. Without listeners either would end the process.
 */
export function openPool(url: string, options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, types: databaseTypes, ...options })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
