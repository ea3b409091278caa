import { createHash } from 'node:crypto'

/** What an event says, in the forms in which it is hashed. */
export type HashedEvent = Readonly<{
  regionId: string
  /** Decimal text, from 1. */
  sequence: string
  /** ISO 8601 with milliseconds, UTC. */
  happenedAt: string
  accountId: string | null
  accountName: string
  role: string | null
  action: string
  unitId: string | null
  unitPath: string | null
  filingId: string | null
  version: number | null
  revision: string | null
  data: unknown
  previousHash: string
}>

/** SHA-256 over the canonical JSON of an event and of the hash before it, in hexadecimal. */
export function hashEvent(event: HashedEvent): string {
  return createHash('sha256').update(canonicalJson(event), 'utf8').digest('hex')
}

/** JSON with the properties of every object in order of their UTF-16 code units, without blanks. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
    return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`).join(',')}}`
  }
  return JSON.stringify(value)
}
