import { parentPort, workerData } from 'node:worker_threads'
import { checkFile } from './check-file.js'

const { pack }: { pack: string | undefined } = workerData

parentPort?.on('message', async (file: string) => {
  parentPort?.postMessage(await checkFile(file, pack))
})
