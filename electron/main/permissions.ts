// What a page may ask the machine for: the microphone, its sound alone, for the app's own page while she answers aloud, and
// for the page that records while a take is under way. Everything else is refused; the Permissions-Policy header refuses it too.
import type {
  FilesystemPermissionRequest,
  MediaAccessPermissionRequest,
  OpenExternalPermissionRequest,
  PermissionCheckHandlerHandlerDetails,
  PermissionRequest,
} from 'electron'
import { doorAddress, origin, recorderAddresses, sheetAddress } from './addresses.ts'

/** On from the archive process's word that a recording has begun to its end, or to whatever comes first. */
export interface Microphone {
  isOn: boolean
  /** The same for the page that records, from the word that a take has begun to the word that it has stopped. */
  isOnForTake: boolean
}

/** For every session that is not the window's own. */
export const noMicrophone: Readonly<Microphone> = Object.freeze({ isOn: false, isOnForTake: false })

type Asked =
  | PermissionRequest
  | FilesystemPermissionRequest
  | MediaAccessPermissionRequest
  | OpenExternalPermissionRequest

const ownPage: ReadonlySet<string> = new Set([origin, doorAddress, sheetAddress])

/** The pages that may have it now. NOTE: a page is known by its whole address; none can go to the address of the other. */
function pagesNow({ isOn, isOnForTake }: Readonly<Microphone>): readonly ReadonlySet<string>[] {
  return [...(isOn ? [ownPage] : []), ...(isOnForTake ? [recorderAddresses] : [])]
}

/** An origin alone is not always told, and says nothing of the page. */
const isOwnOrigin = (address: string | undefined): boolean =>
  address === undefined || address === origin || address === doorAddress

/** Of an address that is not always told: this page's own, or our origin. */
const isOf = (own: ReadonlySet<string>, address: string | undefined): boolean =>
  isOwnOrigin(address) || (address !== undefined && own.has(address))

/**
 * Whether a page that asks is given what it asks for.
 * NOTE: capture of a screen through getUserMedia comes as `media` with no type at all, so nothing but exactly one will do.
 */
export function mayBeGiven(microphone: Readonly<Microphone>, permission: string, asked: Asked): boolean {
  const pages = pagesNow(microphone)
  if (pages.length === 0 || permission !== 'media') return false
  if (!('mediaTypes' in asked) || asked.mediaTypes?.length !== 1 || asked.mediaTypes[0] !== 'audio') return false
  const { isMainFrame, requestingUrl, securityOrigin } = asked
  return isMainFrame && pages.some((own) => own.has(requestingUrl) && isOf(own, securityOrigin))
}

/** Whether a page has it without asking: this is also what stands before the names of the machine's devices. */
export function isGiven(
  microphone: Readonly<Microphone>,
  permission: string,
  from: string,
  { mediaType, isMainFrame, requestingUrl, securityOrigin, embeddingOrigin }: PermissionCheckHandlerHandlerDetails,
): boolean {
  if (permission !== 'media' || mediaType !== 'audio' || !isMainFrame) return false
  const told = [from, requestingUrl, securityOrigin, embeddingOrigin]
  return pagesNow(microphone).some(
    (own) => told.some((one) => one !== undefined && own.has(one)) && told.every((one) => isOf(own, one)),
  )
}
