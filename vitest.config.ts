import { defineConfig } from 'vitest/config'
import { routeTable } from './vite.config.js'

export default defineConfig({
  define: { ROUTE_TABLE: routeTable },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'e2e/**/*.test.ts'],
    globalSetup: 'src/testing/start-database.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
