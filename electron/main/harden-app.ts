// What is set once for the whole program: the sandbox for every page, and no name lookups outside this machine.
import type { App, SystemPreferences } from 'electron'

/** Must be called before the app is ready. */
export function sandboxEverything(app: Pick<App, 'enableSandbox'>): void {
  app.enableSandbox()
}

/** Needs the app to be ready. */
export function silenceNames(app: Pick<App, 'configureHostResolver'>): void {
  app.configureHostResolver({
    enableBuiltInResolver: false,
    enableAdditionalDnsQueryTypes: false,
    secureDnsMode: 'off',
    secureDnsServers: [],
  })
}

/** macOS by itself offers dictation (sound to a server) and restores windows from a picture on the disk. */
export const macDefaults = [
  ['NSDisabledDictationMenuItem', true],
  ['NSDisabledCharacterPaletteMenuItem', true],
  ['NSQuitAlwaysKeepsWindows', false],
  ['ApplePersistenceIgnoreState', true],
] as const

export function setMacDefaults(preferences: Pick<SystemPreferences, 'setUserDefault'>, platform: string): void {
  if (platform !== 'darwin') return
  for (const [key, value] of macDefaults) preferences.setUserDefault(key, 'boolean', value)
}
