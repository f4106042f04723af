// Dangerous switches end the start; ours are set; ordinary arguments pass.
import type { CommandLine } from 'electron'
import { describe, expect, test } from 'vitest'
import { findRefusedSwitch, setOwnSwitches } from '../../electron/main/switches.ts'
import { Recorder } from '../support/electron-stand-in.ts'

const dangerous = [
  'remote-debugging-port=9222',
  'remote-debugging-pipe',
  'remote-debugging-address=0.0.0.0',
  'remote-allow-origins=*',
  'inspect',
  'inspect-brk',
  'inspect=0.0.0.0:1',
  'inspect-port=1',
  'inspect-publish-uid=http',
  'debug',
  'debug-port=1',
  'js-flags=--expose-gc',
  'load-extension=/x',
  'disable-extensions-except=/x',
  'require=/x.js',
  'r',
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-gpu-sandbox',
  'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'disable-features=x',
  'enable-features=x',
  'enable-blink-features=x',
  'disable-blink-features=x',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'allow-insecure-localhost',
  'ignore-certificate-errors',
  'unsafely-treat-insecure-origin-as-secure=x',
  'single-process',
  'in-process-gpu',
  'host-rules=MAP * x',
  'host-resolver-rules=MAP * x',
  'proxy-server=x',
  'proxy-pac-url=x',
  'proxy-bypass-list=x',
  'no-proxy-server',
  'auth-server-whitelist=x',
  'ssl-key-log-file=x',
  'test-type',
  'user-data-dir=/x',
  'disk-cache-dir=/x',
  'crash-dumps-dir=/x',
  'app=/x',
  'enable-logging',
  'enable-logging=file',
  'log-file=/x',
  'log-level=0',
  'log-net-log=/x',
  'v=1',
  'vmodule=x',
  'net-log-capture-mode=x',
  'trace-startup',
  'trace-config-file=x',
  'enable-tracing=x',
  'enable-crash-reporter',
  'enable-crash-reporter-for-testing',
  'enable-automation',
  'headless',
  'use-fake-ui-for-media-stream',
  'use-fake-device-for-media-stream',
  'auto-select-desktop-capture-source=x',
  'auto-accept-camera-and-microphone-capture',
  'renderer-cmd-prefix=x',
  'utility-cmd-prefix=x',
  'gpu-launcher=x',
  'renderer-process-path=x',
  'renderer-startup-dialog',
  'wait-for-debugger',
  'wait-for-debugger-children',
]

describe('refused', () => {
  test.each(dangerous)('--%s', (given) => {
    const name = given.split('=')[0]
    expect(findRefusedSwitch([`--${given}`], 'linux')).toBe(name)
    expect(findRefusedSwitch(['something', `--${given.toUpperCase()}`], 'linux')).toBe(name)
    expect(findRefusedSwitch([`-${given}`], 'darwin')).toBe(name)
    expect(findRefusedSwitch([`/${given}`], 'win32')).toBe(name)
  })

  test('and not what any start may bring along', () => {
    const harmless = [
      '.',
      '/opt/app',
      '--lang=es',
      '--force-device-scale-factor=2',
      '--ozone-platform=wayland',
      '--high-dpi-support=1',
      '--',
      '-',
      '--version',
      'inspect',
      'no-sandbox',
    ]
    expect(findRefusedSwitch(harmless, 'linux')).toBeUndefined()
    expect(findRefusedSwitch([], 'win32')).toBeUndefined()
  })
})

describe('our own', () => {
  const recorder = new Recorder()
  setOwnSwitches(recorder.part<CommandLine>('line'))
  const set = new Map(recorder.of('line.appendSwitch').map(([name, value]) => [name, value]))

  test.each([
    ['host-resolver-rules', 'MAP * ~NOTFOUND'],
    ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
    ['no-proxy-server', undefined],
    ['no-pings', undefined],
    ['dns-prefetch-disable', undefined],
    ['disable-background-networking', undefined],
    ['disable-component-update', undefined],
    ['disable-domain-reliability', undefined],
    ['disable-sync', undefined],
    ['disable-breakpad', undefined],
    ['disable-crash-reporter', undefined],
    ['disable-http-cache', undefined],
    ['disable-gpu-shader-disk-cache', undefined],
    ['disable-gpu-program-cache', undefined],
    ['disable-notifications', undefined],
    ['disable-remote-playback-api', undefined],
    ['disable-speech-api', undefined],
  ])('%s', (name, value) => {
    expect(set.has(name)).toBe(true)
    expect(set.get(name)).toBe(value)
  })

  test.each([
    'DnsOverHttps',
    'MediaRouter',
    'DialMediaRouteProvider',
    'NetworkPrediction',
    'OptimizationHints',
    'Translate',
    'OptimizationGuideModelDownloading',
    'AutofillServerCommunication',
    'HardwareMediaKeyHandling',
    'MediaSessionService',
    'GlobalMediaControls',
    'PrefetchProxy',
    'Reporting',
    'WebBluetooth',
    'NetworkTimeServiceQuerying',
    'CertificateTransparencyComponentUpdater',
    'SpareRendererForSitePerProcess',
    'WinRetrieveSuggestionsOnlyOnDemand',
  ])('feature %s is disabled', (feature) => {
    expect(String(set.get('disable-features')).split(',')).toContain(feature)
  })
})
