// The microphone, asked for as Electron asks: refused, but for the window's own page while the archive process records.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cleanUpShell, startShell } from '../support/electron-stand-in-start.ts'
import type { Started } from '../support/electron-stand-in-start.ts'

let recorder: Started['recorder']

const ownPage = 'app://firsthand/'
/** As Electron tells of a page's wish for the microphone alone. */
const wish = { isMainFrame: true, requestingUrl: ownPage, securityOrigin: ownPage, mediaTypes: ['audio'] }
const check = { isMainFrame: true, requestingUrl: ownPage, securityOrigin: ownPage, mediaType: 'audio' }

function asked(details: object = {}, permission = 'media'): unknown {
  const [handler] = recorder.one('session.setPermissionRequestHandler') as [(...args: unknown[]) => void]
  const answer = vi.fn()
  handler({}, permission, answer, { ...wish, ...details })
  expect(answer).toHaveBeenCalledTimes(1)
  return answer.mock.calls[0]?.[0]
}

function checked(details: object = {}, from = ownPage, permission = 'media', contents: object | null = {}): unknown {
  const [handler] = recorder.one('session.setPermissionCheckHandler') as [(...args: unknown[]) => unknown]
  return handler(contents, permission, from, { ...check, ...details })
}

const both = (): unknown[] => [asked(), checked()]
const given = [true, true]
const refused = [false, false]

function begin(): void {
  recorder.fire('child', 'message', { kind: 'recording', underWay: true })
}

beforeEach(async () => {
  ;({ recorder } = await startShell())
  recorder.fire('window1.contents', 'dom-ready')
})
afterEach(cleanUpShell)

describe('the microphone', () => {
  test('is refused until a recording has begun, given while it goes on, and refused after it', () => {
    expect(both()).toEqual(refused)
    begin()
    expect(both()).toEqual(given)
    expect(recorder.of('child.postMessage').at(-1)?.[0]).toEqual({ kind: 'recordingHeard' })
    recorder.fire('child', 'message', { kind: 'recording', underWay: false })
    expect(both()).toEqual(refused)
    expect(recorder.of('child.postMessage').filter(([message]) => kindOf(message) === 'recordingHeard')).toHaveLength(1)
    begin()
    expect(both()).toEqual(given)
  })

  test('is given to the page after Hide now too, which is the same page', () => {
    begin()
    const sheet = `${ownPage}#1`
    expect([asked({ requestingUrl: sheet }), checked({ requestingUrl: sheet }, sheet)]).toEqual(given)
    // What Electron does not always tell.
    expect(asked({ securityOrigin: undefined })).toBe(true)
    expect(checked({ securityOrigin: undefined, requestingUrl: undefined }, 'app://firsthand')).toBe(true)
  })

  test.each([
    ['the archive is locked', ['child', 'message', { kind: 'locked' }]],
    ['the window is handed over', ['child', 'message', { kind: 'handedOver' }]],
    ['the archive process dies', ['child', 'exit', 1]],
    ['the machine sleeps, before the archive has locked', ['powerMonitor', 'suspend']],
    ['the window is closing', ['window1', 'close']],
    ['the window is gone', ['window1', 'closed']],
    ['the page has crashed', ['window1.contents', 'render-process-gone', {}, { reason: 'crashed' }]],
    ['the page is loaded again', ['window1.contents', 'dom-ready']],
  ] as const)('is refused again when %s', (_when, [part, event, ...args]) => {
    begin()
    expect(both()).toEqual(given)
    expect(recorder.fire(part, event, ...args)).toBeGreaterThan(0)
    expect(both()).toEqual(refused)
  })

  test('what a dead archive process said last opens nothing', () => {
    recorder.fire('child', 'exit', 1)
    begin()
    expect(both()).toEqual(refused)
    expect(recorder.of('child.postMessage').filter(([message]) => kindOf(message) === 'recordingHeard')).toEqual([])
  })
})

describe('while she is recorded', () => {
  beforeEach(begin)

  test.each([
    ['video', ['video']],
    ['both', ['audio', 'video']],
    ['both, the other way round', ['video', 'audio']],
    ['a screen, which has no type', []],
    ['nothing', undefined],
    ['twice', ['audio', 'audio']],
    ['something else', ['midi']],
  ])('%s is refused', (_name, mediaTypes) => {
    expect(asked({ mediaTypes })).toBe(false)
  })

  test.each(['video', 'unknown', undefined])('a check for %s is refused', (mediaType) => {
    expect(checked({ mediaType })).toBe(false)
  })

  test.each(['display-capture', 'speaker-selection', 'geolocation', 'notifications', 'midi', 'hid', 'mediaKeySystem'])(
    '%s is refused',
    (permission) => {
      expect([asked({}, permission), checked({}, ownPage, permission)]).toEqual(refused)
    },
  )

  test.each([
    'https://example.org/',
    'http://127.0.0.1/',
    'http://firsthand/',
    'app://firsthand.example.org/',
    'app://other/',
    'app://firsthand/held/abc/index.html',
    'app://firsthand/media/abc',
    'app://firsthand/#2',
    'blob:app://firsthand/1-2',
    'about:blank',
    'null',
    'file:///',
    '',
  ])('%s is refused, wherever it is named', (address) => {
    expect(asked({ requestingUrl: address })).toBe(false)
    expect(asked({ securityOrigin: address })).toBe(false)
    expect(checked({}, address)).toBe(false)
    expect(checked({ requestingUrl: address })).toBe(false)
    expect(checked({ securityOrigin: address })).toBe(false)
    expect(checked({ embeddingOrigin: address })).toBe(false)
  })

  test('a frame is refused, and what has no contents', () => {
    expect([asked({ isMainFrame: false }), checked({ isMainFrame: false })]).toEqual(refused)
    expect(checked({}, ownPage, 'media', null)).toBe(false)
  })

  test('any other session is refused', () => {
    const other = recorder.part('other', { webRequest: recorder.part('otherRequests') })
    recorder.fire('app', 'session-created', other)
    const [request] = recorder.one('other.setPermissionRequestHandler') as [(...args: unknown[]) => void]
    const answer = vi.fn()
    request({}, 'media', answer, wish)
    expect(answer.mock.calls).toEqual([[false]])
    const [ask] = recorder.one('other.setPermissionCheckHandler') as [(...args: unknown[]) => unknown]
    expect(ask({}, 'media', ownPage, check)).toBe(false)
  })
})

function kindOf(message: unknown): string {
  return (message as { readonly kind: string }).kind
}
