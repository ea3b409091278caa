import { type Zippable, zipSync } from 'fflate'
import type { Archive } from './archive.js'

/** One date for every entry: the same input gives the same bytes. */
const entryDate = new Date(2000, 0, 1)

/**
 * The archive with some parts replaced or added (bytes) or left out (`undefined`); all other parts keep their bytes,
 * and the order of parts stays.
 */
export function rewriteArchive(
  archive: Archive,
  changes: ReadonlyMap<string, Uint8Array | undefined>,
): Uint8Array {
  const parts: Zippable = {}
  for (const name of new Set([...archive.names, ...changes.keys()])) {
    if (name.endsWith('/')) continue
    const content = changes.has(name) ? changes.get(name) : archive.read(name)
    if (content !== undefined) parts[name] = [content, { mtime: entryDate }]
  }
  return zipSync(parts)
}
