import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { LoadUser } from './seed-load.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const program = `${root}dist/bench`

/** Where the built server is put; whoever builds takes it away again. */
export const builtFolder = program

/** A server under load: its process, and who is signed in. */
export type Started = Readonly<{ child: ChildProcess; users: readonly LoadUser[] }>

/** Bundles the server as `npm run bundle` does and starts it in a process of its own on fresh data. */
export async function startBuilt(
  folder: string,
  { port, users }: Readonly<{ port: number; users: number }>,
): Promise<Started> {
  await build({
    entryPoints: [
      'bench/server/server-process.ts',
      'src/documents/render-worker.ts',
      'src/documents/reader-worker.ts',
      'src/server/filings/summary-worker.ts',
      'src/server/uploads/upload-worker.ts',
    ].map((path) => root + path),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    outdir: program,
    entryNames: '[name]',
    logLevel: 'warning',
  })
  const execArgv =
    process.env.BENCH_PROFILE === undefined
      ? []
      : ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`]
  const child = fork(`${program}/server-process.js`, [folder, String(port), String(users)], { execArgv })
  const [signedIn] = (await once(child, 'message')) as [readonly LoadUser[]]
  return { child, users: signedIn }
}
