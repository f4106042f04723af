import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['tests/{domain,archive,migrations,contract,renderer,shell}/**/*.test.{ts,tsx}'],
    globalSetup: 'tests/support/prepared-archive.ts',
    // Long, because a machine that does other things too is no fault of what is tested.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // One more than the cores of a small machine: some of them wait for the disk, or for time to pass.
    maxWorkers: 3,
  },
})
