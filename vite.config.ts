import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { routes } from './src/contract/routes.js'

/** Method and path of every route: all that the pages need of the contract at run time. */
export const routeTable = JSON.stringify(
  Object.fromEntries(Object.values(routes).map(({ id, method, path }) => [id, [method, path]])),
)

/** The pages, built into dist/web; while developing, the API is asked for at the server's own port. */
export default defineConfig({
  root: 'src/web',
  define: { ROUTE_TABLE: routeTable },
  plugins: [react(), compressed()],
  worker: { format: 'es' },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { '/api': process.env.HENGXIAO_API ?? 'http://127.0.0.1:8321' } },
})

/** Writes every script, style sheet and picture once more as .gz and .br, which the server sends as they are. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle: ({ dir = '' }) => {
      const assets = join(dir, 'assets')
      for (const name of readdirSync(assets)) {
        const file = join(assets, name)
        const bytes = readFileSync(file)
        writeFileSync(`${file}.gz`, gzipSync(bytes))
        writeFileSync(`${file}.br`, brotliCompressSync(bytes))
      }
    },
  }
}
