import { startIssuer } from './issuer.js'

/** An issuer in a process of its own, until it is killed: `[callback]`. Prints its address. */
const [callback = ''] = process.argv.slice(2)
const { address } = await startIssuer(callback)
process.stdout.write(`${address}\n`)
