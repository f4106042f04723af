// How the browser of these tests is started, with nothing that asks the network for something by itself.

const executablePath = process.env['CHROMIUM_PATH']

/** @param more switches of a test's own */
export const chromiumWith = (...more: readonly string[]) => ({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...more],
})

/** With a microphone that is always there. */
export const chromiumThatHears = (...more: readonly string[]) =>
  chromiumWith('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', ...more)
