// What the front, which holds the address, and the process behind it, which holds the archive, say to each other.
import type { DoorSecrets } from './door.ts'

/** To the process behind. `connection` comes with a socket that nobody has read from. */
export type ToBehind =
  | { readonly kind: 'begin'; readonly port: number; readonly secrets: DoorSecrets }
  | { readonly kind: 'connection' }
  | { readonly kind: 'close' }

/** `spent`: it is locked, ends by itself, and whoever comes from now on is for the next one. */
export type FromBehind = { readonly kind: 'ready' } | { readonly kind: 'exchanged' } | { readonly kind: 'spent' }
