// Ways out of a page, each to an address outside that is told apart by its name. Each is a script that runs in the page.

export interface Outside {
  /** Where it listens; no slash at the end. */
  readonly origin: string
  readonly udpPort: number
  readonly quicPort: number
  /** Hears connections on which nothing is asked. */
  readonly knockPort: number
}

export interface Way {
  readonly name: string
  readonly script: string
  /** It may take the page away. */
  readonly goes: boolean
}

const tag = (tagName: string, given: Record<string, string>, into = 'body'): string =>
  `const made = document.createElement('${tagName}'); for (const [name, value] of ${JSON.stringify(Object.entries(given))}) made.setAttribute(name, value); document.${into}.append(made);`
const style = (text: string): string =>
  `const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(text)}); document.adoptedStyleSheets.push(sheet); const made = document.createElement('style'); made.append(${JSON.stringify(text)}); document.head.append(made);`
const worker = (text: string): string =>
  `new Worker(URL.createObjectURL(new Blob([${JSON.stringify(text)}], { type: 'text/javascript' })))`

/** What a page loads: its policy is what stops it. */
function loading({
  origin,
  udpPort,
  quicPort,
  knockPort,
}: Outside): readonly (readonly [name: string, script: string])[] {
  const to = (name: string): string => `${origin}/${name}`
  const link = (rel: string, more: Record<string, string> = {}) =>
    [rel, tag('link', { rel, href: to(rel), ...more }, 'head')] as const
  return [
    ['fetch', `fetch('${to('fetch')}', { mode: 'no-cors' })`],
    ['fetch-post', `fetch('${to('fetch-post')}', { mode: 'no-cors', keepalive: true, method: 'POST', body: 'x' })`],
    ['xhr', `const asked = new XMLHttpRequest(); asked.open('GET', '${to('xhr')}'); asked.send()`],
    ['beacon', `navigator.sendBeacon('${to('beacon')}', 'x')`],
    ['websocket', `new WebSocket('${to('websocket').replace('http', 'ws')}')`],
    ['eventsource', `new EventSource('${to('eventsource')}')`],
    [
      'webrtc',
      `const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${udpPort}' }] }); peer.createDataChannel('x'); peer.createOffer().then((offer) => peer.setLocalDescription(offer))`,
    ],
    ['webtransport', `new WebTransport('https://127.0.0.1:${quicPort}/x').ready.catch(() => 0)`],
    ['image', `new Image().src = '${to('image')}'`],
    ['image-set', tag('img', { srcset: `${to('image-set')} 1x` })],
    [
      'picture',
      `const outer = document.createElement('picture'); outer.append(Object.assign(document.createElement('source'), { srcset: '${to('picture')}' }), new Image()); document.body.append(outer)`,
    ],
    ['script', tag('script', { src: to('script') })],
    ['module', tag('script', { src: to('module'), type: 'module' })],
    ['import', `import('${to('import')}').catch(() => 0)`],
    ['frame', tag('iframe', { src: to('frame') })],
    ['object', tag('object', { data: to('object') })],
    ['embed', tag('embed', { src: to('embed') })],
    ['video', tag('video', { src: to('video'), preload: 'auto' })],
    ['poster', tag('video', { poster: to('poster') })],
    ['audio', tag('audio', { src: to('audio'), preload: 'auto' })],
    [
      'track',
      `const film = Object.assign(document.createElement('video'), { crossOrigin: 'anonymous' }); const lines = Object.assign(document.createElement('track'), { src: '${to('track')}', default: true }); film.append(lines); document.body.append(film); lines.track.mode = 'showing'`,
    ],
    ['input-image', tag('input', { type: 'image', src: to('input-image') })],
    link('stylesheet'),
    link('preload', { as: 'image' }),
    link('prefetch'),
    link('modulepreload'),
    link('manifest'),
    link('icon'),
    ['preconnect', tag('link', { rel: 'preconnect', href: `http://127.0.0.1:${knockPort}` }, 'head')],
    [
      'speculation',
      `const made = document.createElement('script'); made.type = 'speculationrules'; made.textContent = '${JSON.stringify({ prefetch: [{ source: 'list', urls: [to('speculation')] }] })}'; document.head.append(made)`,
    ],
    [
      'style-import',
      `const made = document.createElement('style'); made.append('@import url(${to('style-import')});'); document.head.append(made)`,
    ],
    ['style-background', style(`body { background: url(${to('style-background')}) }`)],
    [
      'style-font',
      `${style(`@font-face { font-family: far; src: url(${to('style-font')}) } body { font-family: far }`)}; document.body.append('x')`,
    ],
    ['style-cursor', style(`html { cursor: url(${to('style-cursor')}), auto }`)],
    ['style-content', style(`body::before { content: url(${to('style-content')}) }`)],
    [
      'inline-style',
      `document.body.style.setProperty('list-style-image', 'url(${to('inline-style')})'); document.body.style.setProperty('display', 'list-item')`,
    ],
    ['font-face', `new FontFace('afar', 'url(${to('font-face')})').load().catch(() => 0)`],
    [
      'svg-image',
      `const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); const part = document.createElementNS('http://www.w3.org/2000/svg', 'image'); part.setAttribute('href', '${to('svg-image')}'); drawn.append(part); document.body.append(drawn)`,
    ],
    ['worker', worker(`fetch('${to('worker')}', { mode: 'no-cors' })`)],
    ['worker-import', worker(`importScripts('${to('worker-import')}')`)],
    ['markup', `document.body.insertAdjacentHTML('beforeend', '<img src="${to('markup')}">')`],
    ['code', `setTimeout("fetch('${to('code')}', { mode: 'no-cors' })")`],
    [
      'ping',
      `const away = Object.assign(document.createElement('a'), { href: '#here', ping: '${to('ping')}' }); document.body.append(away); away.click()`,
    ],
  ]
}

/** Where a page goes and what it opens, which no policy of a page holds. */
function going({ origin }: Outside): readonly (readonly [name: string, script: string])[] {
  const to = (name: string): string => `${origin}/${name}`
  const form = (name: string, method: string): string =>
    `const sent = Object.assign(document.createElement('form'), { action: '${to(name)}', method: '${method}' }); document.body.append(sent); sent.submit()`
  const anchor = (name: string, more: string): string =>
    `const away = Object.assign(document.createElement('a'), { href: '${to(name)}', ${more} }); document.body.append(away); away.click()`
  return [
    ['form', form('form', 'get')],
    ['form-post', form('form-post', 'post')],
    ['location', `location.assign('${to('location')}')`],
    ['replaced', `location.replace('${to('replaced')}')`],
    ['opened', `window.open('${to('opened')}')`],
    ['anchor', anchor('anchor', '')],
    ['anchor-blank', anchor('anchor-blank', `target: '_blank', rel: 'noopener'`)],
    ['download', anchor('download', `download: 'x'`)],
    ['refresh', tag('meta', { 'http-equiv': 'refresh', content: `0;url=${to('refresh')}` }, 'head')],
    ['written', `document.write('<img src="${to('written')}">')`],
  ]
}

export const waysOut = (outside: Outside): readonly Way[] => [
  ...loading(outside).map(([name, script]) => ({ name, script, goes: false })),
  ...going(outside).map(([name, script]) => ({ name, script, goes: true })),
]
