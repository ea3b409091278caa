import { join } from 'node:path'
import { loadShipped } from '../packs/load-shipped.js'
import { createUploadReader } from '../server/uploads/upload-reader.js'
import { keepFiles } from '../server/workplace/keep-files.js'
import { createStreams } from '../server/workplace/streams.js'
import type { Workplace } from '../server/workplace/workplace.js'
import { connectStore } from '../store/connect-store.js'

/**
 * A program that reads uploads until it is killed: `[database] [data folder] [region]`. Prints `reading id` and
 * `read id` as they happen.
 */
const [url = '', dataFolder = '', regionId = ''] = process.argv.slice(2)
const { packs, laws } = await loadShipped()
const workplace: Workplace = {
  store: connectStore(url),
  files: keepFiles(join(dataFolder, 'files')),
  streams: createStreams(),
  packs: async () => packs,
  laws,
  now: () => new Date(),
  demo: false,
  dataFolder,
}
workplace.streams.listen(`uploads/${regionId}`, ({ data }) =>
  process.stdout.write(`${String(data.state)} ${String(data.uploadId)}\n`),
)
createUploadReader(workplace, { threads: 2 }).start()
setInterval(() => undefined, 60_000)
