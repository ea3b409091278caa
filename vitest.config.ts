import { defineConfig } from 'vitest/config'
import { routeTable } from './vite.config.js'

export default defineConfig({
  define: { ROUTE_TABLE: routeTable },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'e2e/**/*.test.ts'],
    // Half of the run was every file loading the same modules and packs anew: a worker keeps them for all its files.
    isolate: false,
    maxWorkers: '100%',
    restoreMocks: true,
    unstubEnvs: true,
    globalSetup: 'src/testing/start-database.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
