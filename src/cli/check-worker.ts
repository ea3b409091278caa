import { parentPort, workerData } from 'node:worker_threads'
import { type CheckRequest, checkFile } from './check-file.js'

const request: CheckRequest = workerData

parentPort?.on('message', async (file: string) => {
  parentPort?.postMessage(await checkFile(file, request))
})
