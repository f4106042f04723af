// What a page may ask the machine for: the microphone, its sound alone, for the app's own page, while a recording is under
// way. Everything else is refused; the Permissions-Policy header refuses it too.
import type {
  FilesystemPermissionRequest,
  MediaAccessPermissionRequest,
  OpenExternalPermissionRequest,
  PermissionCheckHandlerHandlerDetails,
  PermissionRequest,
} from 'electron'
import { doorAddress, origin, sheetAddress } from './addresses.ts'

/** On from the archive process's word that a recording has begun to its end, or to whatever comes first. */
export interface Microphone {
  isOn: boolean
}

/** For every session that is not the window's own. */
export const noMicrophone: Readonly<Microphone> = Object.freeze({ isOn: false })

type Asked =
  | PermissionRequest
  | FilesystemPermissionRequest
  | MediaAccessPermissionRequest
  | OpenExternalPermissionRequest

const ownPage: ReadonlySet<string> = new Set([origin, doorAddress, sheetAddress])

/** Of an address that is not always told. */
function isOwnOrUntold(address: string | undefined): boolean {
  return address === undefined || ownPage.has(address)
}

/**
 * Whether a page that asks is given what it asks for.
 * NOTE: capture of a screen through getUserMedia comes as `media` with no type at all, so nothing but exactly one will do.
 */
export function mayBeGiven(microphone: Readonly<Microphone>, permission: string, asked: Asked): boolean {
  if (!microphone.isOn || permission !== 'media') return false
  if (!('mediaTypes' in asked) || asked.mediaTypes?.length !== 1 || asked.mediaTypes[0] !== 'audio') return false
  return asked.isMainFrame && ownPage.has(asked.requestingUrl) && isOwnOrUntold(asked.securityOrigin)
}

/** Whether a page has it without asking: this is also what stands before the names of the machine's devices. */
export function isGiven(
  microphone: Readonly<Microphone>,
  permission: string,
  from: string,
  { mediaType, isMainFrame, requestingUrl, securityOrigin, embeddingOrigin }: PermissionCheckHandlerHandlerDetails,
): boolean {
  if (!microphone.isOn || permission !== 'media' || mediaType !== 'audio') return false
  return isMainFrame && ownPage.has(from) && [requestingUrl, securityOrigin, embeddingOrigin].every(isOwnOrUntold)
}
