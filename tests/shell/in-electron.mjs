// The shell in Electron's own runtime, asked about itself: `electron tests/shell/in-electron.mjs` after a build.
// A line a check; ends with 1 where one fails. It needs the runtime's binary and a display (`xvfb-run` gives one).
// NOTE: not Playwright's `_electron`: that starts with --inspect and --remote-debugging-port, which the shell refuses.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'

process.env['FIRSTHAND_DATA'] = mkdtempSync(join(tmpdir(), 'firsthand-in-electron-'))
const failed = []

/** Compares as JSON; `seen` may be a promise or throw, which is then what is compared. */
async function check(name, wanted, ask) {
  const seen = await Promise.resolve()
    .then(ask)
    .catch((reason) => `refused: ${reason.name}`)
  const right = wanted instanceof RegExp ? wanted.test(String(seen)) : JSON.stringify(seen) === JSON.stringify(wanted)
  console.log(`${right ? 'ok  ' : 'FAIL'} ${name}${right ? '' : `: ${JSON.stringify(seen)}`}`)
  if (!right) failed.push(name)
}

async function askTheShell() {
  const [window] = BrowserWindow.getAllWindows()
  const { session } = window.webContents
  const inPage = (code) =>
    window.webContents.executeJavaScript(`(async () => ${code})().catch((error) => 'refused: ' + error.name)`)
  const preferences = window.webContents.getLastWebPreferences()

  for (const [name, wanted] of Object.entries({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  }))
    await check(name, wanted, () => preferences[name])
  await check('the page is the door', 'app://firsthand/', () => window.webContents.getURL())
  await check('the title', 'Firsthand', () => window.getTitle())
  await check('no node in the page', 'undefined undefined', () => inPage("typeof require + ' ' + typeof process"))
  await check('the session is in memory', [false, null], () => [session.isPersistent(), session.getStoragePath()])
  await check('no spell checker', false, () => session.isSpellCheckerEnabled())
  await check('no proxy', 'DIRECT', () => session.resolveProxy('https://example.org'))
  await check('no names', /^refused/, () => session.resolveHost('example.org').then(() => 'resolved'))
  await check('no network', /^refused/, () => inPage("fetch('https://example.org').then(() => 'fetched')"))
  await check('no loopback', /^refused/, () => inPage("fetch('http://127.0.0.1:9').then(() => 'fetched')"))
  await check('the page itself', 200, () => inPage("fetch('/').then((answer) => answer.status)"))
  await check('media while locked', /^40[14]$/, () => inPage("fetch('/media/none').then((answer) => answer.status)"))
  await check('nothing beside the pages', 404, () => inPage("fetch('/package.json').then((answer) => answer.status)"))
  await check('no microphone', /^refused/, () =>
    inPage("navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'given')"),
  )
  await check('no notifications', /^(denied|refused.*)$/, () => inPage('Notification.requestPermission()'))
  await check('no window', true, () => inPage("window.open('/') === null"))
  await check('no eval', /^refused/, () => inPage("new Function('return 1')()"))
  await inPage("void (location.href = 'https://example.org/')")
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  await check('no navigation', 'app://firsthand/', () => window.webContents.getURL())
  await check('the archive process runs', true, () =>
    app.getAppMetrics().some(({ name }) => name === 'Firsthand archive'),
  )
  await check('and has answered: the door is painted', true, () => inPage('document.body.innerText.trim().length > 0'))
  console.log(failed.length === 0 ? 'all held' : `${failed.length} failed`)
  app.exit(failed.length === 0 ? 0 : 1)
}

app.on('browser-window-created', (_event, window) => {
  window.webContents.once('did-finish-load', () => setTimeout(() => void askTheShell(), 3_000))
})
await import('../../out/main/index.js')
