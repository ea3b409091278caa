import { buildApp } from '../../src/server/app.js'
import { openWorkplace } from '../../src/server/open-workplace.js'
import { seedLoad } from './seed-load.js'

/** The server under load, in its own process: seeds, listens, tells its parent who is signed in. */
const [dataFolder = '', port = '6300', users = '50'] = process.argv.slice(2)
const workplace = await openWorkplace({ dataFolder, databaseUrl: process.env.DATABASE_URL, demo: false })
const signedIn = await seedLoad(workplace.store, Number(users))
const app = await buildApp(workplace, { site: { checkAnswers: false } })
app.get('/bench-floor', async () => ({ status: 'ok' }))
await app.listen({ host: '127.0.0.1', port: Number(port) })
process.send?.(signedIn)
process.once('SIGTERM', async () => {
  await app.close()
  await workplace.store.close()
  process.exit(0)
})
