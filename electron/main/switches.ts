// Command-line switches: the dangerous ones end the start, and ours are set before anything runs.
import type { CommandLine } from 'electron'

/** Each opens a way in or out: a debugger, foreign code, a weaker sandbox, a network path, or a record on the disk. */
export const refusedSwitches = [
  /^inspect/,
  /^debug/,
  /^remote-/,
  /^js-flags$/,
  /^load-extension$/,
  /^disable-extensions-except$/,
  /^require$/,
  /^r$/,
  /^no-sandbox$/,
  /^disable-(setuid-|gpu-|namespace-|seccomp-filter-)?sandbox$/,
  /^disable-web-security$/,
  /^disable-site-isolation-trials$/,
  /^disable-features$/,
  /^enable-features$/,
  /^(en|dis)able-blink-features$/,
  /^enable-blink-test-features$/,
  /^allow-/,
  /^ignore-/,
  /^unsafely-/,
  /^single-process$/,
  /^in-process-gpu$/,
  /^(host|host-resolver)-rules$/,
  /^proxy-/,
  /^no-proxy-server$/,
  /^auth-/,
  /^ssl-/,
  /^test-type$/,
  /^user-data-dir$/,
  /^disk-cache-dir$/,
  /^crash-dumps-dir$/,
  /^app$/,
  /^app-path$/,
  /^(enable-)?logging$/,
  /^log-/,
  /^v$/,
  /^vmodule$/,
  /^net-log-capture-mode$/,
  /^trace-/,
  /^enable-tracing/,
  /^enable-crash-reporter/,
  /^enable-automation$/,
  /^headless$/,
  /^use-fake-/,
  /^auto-(select|accept)-/,
  /(renderer|gpu|utility|plugin|zygote|ppapi)-(cmd-prefix|startup-dialog)/,
  /^(renderer|utility|gpu)-(process-path|launcher)$/,
  /^wait-for-debugger/,
  /^enable-(exclusive-audio|experimental-web-platform-features|node-leakage-in-renderers)$/,
] as const

/**
 * The first dangerous switch among the arguments, without its value, or undefined.
 * NOTE: Chromium reads `-name` like `--name`, `/name` too on Windows, and takes names in either case there.
 */
export function findRefusedSwitch(given: readonly string[], platform: string): string | undefined {
  for (const argument of given) {
    const match = (platform === 'win32' ? /^(?:--?|\/)([^=]+)/ : /^--?([^=]+)/).exec(argument)
    const name = match?.[1]?.trim().toLowerCase()
    if (name !== undefined && refusedSwitches.some((refused) => refused.test(name))) return name
  }
  return undefined
}

/** Parts of Chromium that write, fetch, guess or announce, and that nothing here uses. */
export const disabledFeatures = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'DnsOverHttps',
  'GlobalMediaControls',
  'HardwareMediaKeyHandling',
  'InterestFeedContentSuggestions',
  'LensOverlay',
  'LocalNetworkAccessChecks',
  'MediaRouter',
  'MediaSessionService',
  'NetworkPrediction',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'OptimizationGuideModelDownloading',
  'PrefetchProxy',
  'Reporting',
  'SpareRendererForSitePerProcess',
  'Translate',
  'UserAgentClientHint',
  'WebBluetooth',
  'WinRetrieveSuggestionsOnlyOnDemand',
] as const

export const ownSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-features', disabledFeatures.join(',')],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['no-proxy-server'],
  ['no-pings'],
  ['dns-prefetch-disable'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-breakpad'],
  ['disable-crash-reporter'],
  ['disable-http-cache'],
  ['disable-gpu-shader-disk-cache'],
  ['disable-gpu-program-cache'],
  ['disable-notifications'],
  ['disable-remote-playback-api'],
  ['disable-speech-api'],
]

/** Must be called before the app is ready, or the switches come too late. */
export function setOwnSwitches(line: Pick<CommandLine, 'appendSwitch'>): void {
  for (const [name, value] of ownSwitches) {
    if (value === undefined) line.appendSwitch(name)
    else line.appendSwitch(name, value)
  }
}
