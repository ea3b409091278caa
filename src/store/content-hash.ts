import { createHash } from 'node:crypto'
import type { FilingContent } from '../core/editing/content.js'
import { canonicalJson } from './event-hash.js'

/** SHA-256 over the canonical JSON of a content, in hexadecimal: anybody can compute it again from the content. */
export function hashContent(content: FilingContent): string {
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex')
}
