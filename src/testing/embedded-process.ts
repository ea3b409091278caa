import { startEmbedded } from '../store/embedded/start-embedded.js'

/** A program of its own that holds a data folder until it is killed: `[data folder] [port]`. */
const [dataFolder = '', port] = process.argv.slice(2)
try {
  const { url } = await startEmbedded({ dataFolder, port: port === undefined ? undefined : Number(port) })
  process.stdout.write(`${url}\n`)
  setInterval(() => undefined, 1000)
} catch (error) {
  process.stdout.write(`${error instanceof Error && 'code' in error ? error.code : error}\n`)
  process.exitCode = 2
}
