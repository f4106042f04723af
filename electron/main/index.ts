// The shell: refuses a dangerous start, hardens everything, then introduces the window to the archive process.
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  Menu,
  MessageChannelMain,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  session,
  systemPreferences,
  utilityProcess,
} from 'electron'
import { createArchive } from './archive-process.ts'
import { sandboxEverything, setMacDefaults, silenceNames } from './harden-app.ts'
import { hardenContents } from './harden-contents.ts'
import { hardenSession, partition, sessionOptions, wipeSession } from './harden-session.ts'
import { leaveClean } from './leave.ts'
import { lockWithMachine } from './lock-watch.ts'
import { createPageMenu } from './menu-of-page.ts'
import { listPages } from './pages.ts'
import { noMicrophone, type Microphone } from './permissions.ts'
import { dataFolder, emptyWindowFolder, setPlaces, windowFolder } from './places.ts'
import { keepRecorderWindow, recorderWindowOptions } from './recorder-window.ts'
import { registerScheme, serveScheme } from './schemes.ts'
import { findRefusedSwitch, setOwnSwitches } from './switches.ts'
import { dressWindow, keepOneWindow, windowOptions } from './window.ts'

const { platform, env, argv } = process
const surroundings = { platform, env, home: app.getPath('home'), appData: app.getPath('appData') }
const folder = windowFolder(surroundings)
const refused = findRefusedSwitch(argv.slice(1), platform)

if (refused === undefined) begin()
else {
  console.error(`Firsthand does not start with the switch "${refused}".`)
  app.exit(1)
}

function begin(): void {
  setPlaces(app, folder)
  if (!app.requestSingleInstanceLock()) return app.exit(0)
  emptyWindowFolder(folder)
  setOwnSwitches(app.commandLine)
  sandboxEverything(app)
  registerScheme(protocol)
  Menu.setApplicationMenu(null)
  app.on('session-created', (made) => void hardenSession(made, app.isPackaged, noMicrophone))
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
  app
    .whenReady()
    .then(openShell)
    .catch((reason: unknown) => {
      console.error('Firsthand could not start.', reason)
      app.exit(1)
    })
}

async function openShell(): Promise<void> {
  silenceNames(app)
  setMacDefaults(systemPreferences, platform)
  const menu = createPageMenu({
    platform,
    createChannel: () => new MessageChannelMain(),
    show: (template) => Menu.setApplicationMenu(template === null ? null : Menu.buildFromTemplate(template)),
  })

  const own = session.fromPartition(partition, sessionOptions)
  const microphone: Microphone = { isOn: false, isOnForTake: false }
  await hardenSession(own, app.isPackaged, microphone)

  const here = import.meta.dirname
  const archive = createArchive({
    fork: (entry, given, options) => utilityProcess.fork(entry, given, options),
    createChannel: () => new MessageChannelMain(),
    entry: join(here, 'archive.js'),
    transcriberEntry: join(here, 'transcriber.js'),
    dataFolder: dataFolder(surroundings),
    env,
    onLocked: () => windows.replace(),
    onHandedOver: () => windows.renew(),
    onRecording: (underWay) => void (microphone.isOn = underWay),
    onTake: (underWay) => recorders.take(underWay),
  })
  const windows = keepOneWindow((address) => {
    const window = new BrowserWindow(windowOptions(own, join(here, '../preload/index.cjs'), app.isPackaged))
    dressWindow(window, archive, menu, address)
    window.once('closed', () => void (microphone.isOn = false))
    return window
  })

  const recorders = keepRecorderWindow({
    create: () => new BrowserWindow(recorderWindowOptions(own, join(here, '../preload/recorder.cjs'), app.isPackaged)),
    archive,
    blocker: powerSaveBlocker,
    onMicrophone: (isOn) => void (microphone.isOnForTake = isOn),
  })

  serveScheme(own.protocol, listPages(join(here, '../renderer')), () => archive.media())
  lockWithMachine(powerMonitor, () => archive.lock())
  app.on('before-quit', () => recorders.leave())
  leaveClean(app, {
    closeArchive: () => archive.close(),
    wipeSession: () => wipeSession(own),
    emptyFolder: () => emptyWindowFolder(folder),
  })
  // NOTE: while it records the program goes on without a window, and its next start brings one.
  app.on('second-instance', () => windows.focus())
  windows.open()
}
