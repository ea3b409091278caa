import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { routeList } from './src/contract/routes.js'

/** Method and path of every route: all that the pages need of the contract at run time. */
export const routeTable = JSON.stringify(
  Object.fromEntries(routeList.map(({ id, method, path }) => [id, [method, path]])),
)

/** The pages, built into dist/web; while developing, the API is asked for at the server's own port. */
export default defineConfig({
  root: 'src/web',
  define: { ROUTE_TABLE: routeTable },
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'chrome80',
    cssTarget: 'chrome80',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { '/api': process.env.HENGXIAO_API ?? 'http://127.0.0.1:8321' } },
})
