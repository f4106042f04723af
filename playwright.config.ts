// End-to-end tests in a real browser, against the built app in a process of its own.
import { defineConfig } from '@playwright/test'
import { chromiumWith } from './tests/e2e/chromium.ts'

/** Recording, and hearing what was recorded. */
const inRealTime = /(?:record|aloud|another-voice|listening|kinds-of-sound)[^/]*\.spec\.ts$/

export default defineConfig({
  testDir: 'tests/e2e',
  // Each test has a data folder, a host and a page of its own.
  fullyParallel: true,
  // What listens and records waits for real time and leaves the machine to two others meanwhile.
  workers: 3,
  projects: [
    { name: 'in real time', testMatch: inRealTime, workers: 1 },
    { name: 'app', testIgnore: inRealTime, workers: 2 },
  ],
  // A machine that does other things too makes one of a hundred stumble. It is tried once more, and named at the end.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  outputDir: 'test-results',
  use: {
    actionTimeout: 20_000,
    browserName: 'chromium',
    viewport: { width: 1280, height: 860 },
    launchOptions: chromiumWith(),
  },
})
