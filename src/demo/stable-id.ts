import { createHash } from 'node:crypto'

/** The same uuid for the same words, so that addresses of the demonstration stay valid when it is made anew. */
export function stableId(words: string): string {
  const hex = createHash('sha256').update(`hengxiao demonstration ${words}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
