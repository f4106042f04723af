// What a page of ours may load and ask the machine for, whichever host serves it. Kept in one place, so that the two cannot drift apart.

/** The window's own pages. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
].join('; ')

const neverGiven = 'camera=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), bluetooth=()'

/** The window's own pages may ask for the microphone, so that she can answer aloud. Whether they get it is not said here. */
export const pagePermissions = `microphone=(self), ${neverGiven}`

/** Everything that is no page of the window. */
export const noPermissions = `microphone=(), ${neverGiven}`

/** Sound, pictures and papers asked for by themselves, should one ever be opened as a page: nothing in it does anything. */
export const mediaPolicy = [
  "default-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  'sandbox',
].join('; ')

/** A held export, looked at before it is given: it runs no script at all. */
export const heldPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "media-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ')
