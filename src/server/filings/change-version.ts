import { hashContent } from '../../store/content-hash.js'
import type { Trx } from '../../store/store.js'
import { createVersion, recordFlags, updateVersion } from '../../store/version-store.js'
import type { Moving } from './check-needs.js'
import { getVersion } from './get-filing.js'

/** The version in hand after a move, and the hashes of its chain. */
export type VersionInHand = Readonly<{
  number: number
  contentHash: string | null
  previousHash: string | null
}>

/**
 * What a move does to the chain of versions: a submission seals, a withdrawal breaks the seal, a publication dates
 * it, a return or correction opens the next one with the same content.
 */
export async function changeVersion(trx: Trx, moving: Moving): Promise<VersionInHand> {
  const { filing, transition, content, at } = moving
  const id = { regionId: filing.region_id, filingId: filing.filing_id, version: filing.version }
  const { content_hash, previous_hash } = await getVersion(trx, id, filing.version)
  const same = { number: filing.version, contentHash: content_hash, previousHash: previous_hash }
  switch (transition.action) {
    case 'submit': {
      const contentHash = hashContent(content)
      await updateVersion(trx, id, { sealed_at: at, content_hash: contentHash })
      return { ...same, contentHash }
    }
    case 'withdraw':
      await updateVersion(trx, id, { sealed_at: null, content_hash: null, receipt: null })
      return { ...same, contentHash: null }
    case 'publish':
      await updateVersion(trx, id, { published_at: at })
      return same
    case 'sendBack':
    case 'correct':
      return openNext(trx, moving, { openedBy: transition.action, previousHash: content_hash })
    default:
      return same
  }
}

type Next = Readonly<{ openedBy: 'sendBack' | 'correct'; previousHash: string | null }>

async function openNext(trx: Trx, moving: Moving, { openedBy, previousHash }: Next): Promise<VersionInHand> {
  const { filing, content, at, body } = moving
  const number = filing.version + 1
  const id = { regionId: filing.region_id, filingId: filing.filing_id }
  await createVersion(trx, id, { version: number, openedBy, openedAt: at, content, previousHash })
  if (openedBy === 'sendBack') await recordFlags(trx, { ...id, version: number }, body.flags)
  return { number, contentHash: null, previousHash }
}
