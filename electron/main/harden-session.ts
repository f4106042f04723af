// The window's session: in memory, without cache, network, devices, downloads or spell checker. Of all permissions there is
// one, the microphone, and only while it is on.
import type { Session } from 'electron'
import { mayRequest, origin } from './addresses.ts'
import { isGiven, mayBeGiven } from './permissions.ts'
import type { Microphone } from './permissions.ts'

/** No `persist:` before it, so Electron keeps it in memory. */
export const partition = 'firsthand'
export const sessionOptions = { cache: false } as const

/** Chromium's "failed" as a certificate's verdict: nothing on a network is ever trusted. */
const certificateRefused = -2

export async function hardenSession(
  session: Session,
  packaged: boolean,
  microphone: Readonly<Microphone>,
): Promise<void> {
  session.setPermissionRequestHandler((_contents, permission, answer, asked) =>
    answer(mayBeGiven(microphone, permission, asked)),
  )
  // NOTE: a frame from elsewhere comes without the contents that it lies in.
  session.setPermissionCheckHandler(
    (contents, permission, from, asked) => contents !== null && isGiven(microphone, permission, from, asked),
  )
  session.setDevicePermissionHandler(() => false)
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses)
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault()
    choose(null)
  })
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault()
    choose('')
  })
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault()
    choose()
  })
  session.on('will-download', (event) => event.preventDefault())

  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url, packaged) }))
  session.setCertificateVerifyProc((_request, answer) => answer(certificateRefused))
  await session.setProxy({ mode: 'direct' })

  // The spell checker fetches dictionaries: off here in three ways, the fourth is the window's own preference.
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerDictionaryDownloadURL(`${origin}/no-dictionaries/`)
}

/** Leaves nothing of the session, in memory or on the disk. */
export async function wipeSession(session: Session): Promise<void> {
  await Promise.allSettled([
    session.clearData(),
    session.clearStorageData(),
    session.clearCache(),
    session.clearCodeCaches({}),
    session.clearHostResolverCache(),
    session.clearAuthCache(),
    session.clearSharedDictionaryCache(),
    session.closeAllConnections(),
  ])
}
