import type { Law } from '../../core/law/law.js'
import type { Pack } from '../../core/pack/pack.js'
import type { Store } from '../../store/store.js'

/** Files by the hash of their bytes, outside the web root. */
export type FileKeeper = Readonly<{
  /** Durable when it returns. @returns sha256 in hexadecimal */
  keep(bytes: Uint8Array): Promise<string>
  /** @throws DomainError NOT_FOUND */
  read(sha256: string): Promise<Uint8Array>
}>

/** Something that happened, for those who watch. `topic`: `filing/<id>` or `uploads/<region>`. */
export type StreamEvent = Readonly<{
  topic: string
  event: string
  data: Readonly<Record<string, unknown>>
  unitPath: string
}>

export type Streams = Readonly<{
  tell(event: StreamEvent): void
  /** @returns stops listening */
  listen(topic: string, listener: (event: StreamEvent) => void): () => void
}>

/** Everything that routes and use cases work with; tests build their own. */
export type Workplace = Readonly<{
  store: Store
  files: FileKeeper
  streams: Streams
  /** Shipped packs and those uploaded and activated in the region. */
  packs: (regionId: string) => Promise<readonly Pack[]>
  laws: readonly Law[]
  now: () => Date
  /** Demonstration accounts and one-click sign-in; on loopback only. */
  demo: boolean
  /** Folder for files, backups and the embedded database. */
  dataFolder: string
}>
