import { Worker, type WorkerOptions } from 'node:worker_threads'

/** Starts a thread. `entry`: its file as the build names it, `.js`, beside the module that asks. */
export function openWorker(entry: URL, given: WorkerOptions = {}): Worker {
  const options = { ...given, stdout: true, stderr: true }
  if (!import.meta.url.endsWith('.ts')) return new Worker(entry, options)
  return new Worker(sourceStart(entry), { ...options, eval: true })
}

/** Under tests and the development server the thread is TypeScript, which Node 20 loads only with tsx in it. */
function sourceStart({ href }: URL): string {
  const loader = import.meta.resolve('tsx/esm/api')
  const file = href.replace(/\.js$/, '.ts')
  return `import('${loader}').then((tsx) => { tsx.register(); return import('${file}') })`
}
