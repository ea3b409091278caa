import { defineConfig } from 'vitest/config'
import { routeTable } from './vite.config.js'

export default defineConfig({
  define: { ROUTE_TABLE: routeTable },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
