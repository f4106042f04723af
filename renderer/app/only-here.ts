// The page goes nowhere but to its own addresses, and talks to nobody directly. Its policy holds what it loads; where it goes,
// what it opens and whom it calls up, this does.

const isHere = (address: string | URL): boolean => {
  try {
    return new URL(address, location.href).origin === location.origin
  } catch {
    return false
  }
}

window.navigation.addEventListener('navigate', (event) => {
  if (!isHere(event.destination.url)) event.preventDefault()
})

// What opens a window of its own does not navigate this one.
window.addEventListener(
  'click',
  (event) => {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement)
    if (link !== undefined && !isHere(link.href)) event.preventDefault()
  },
  true,
)

const openHere = window.open.bind(window)
Object.defineProperty(window, 'open', {
  value: (address: string | URL = '', ...rest: [target?: string, features?: string]) =>
    isHere(address) ? openHere(address, ...rest) : null,
})

// NOTE: no part of a page's policy stops these.
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection'])
  Object.defineProperty(window, name, { value: undefined })
