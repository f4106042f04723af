// Tries every way out of the page of the built program, against somebody outside who listens and writes down what comes.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer as createHttp } from 'node:http'
import { createServer as createTcp, type AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type BrowserContext } from '@playwright/test'
import { findChromium } from '../support/chromium.mjs'
import { startHostFor } from '../support/host.ts'
import { waysOut, type Outside, type Way } from './ways.ts'

interface Listening {
  readonly outside: Outside
  /** The names of the ways that have arrived. */
  readonly arrived: Set<string>
  close(): void
}

/** Somebody outside: at addresses of this machine, so that no packet of a test leaves it, but not the program's own. */
export async function listenOutside(): Promise<Listening> {
  const arrived = new Set<string>()
  const web = createHttp((request, response) => {
    // A page without a policy, from which things do get out.
    if (request.url === '/') {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><body>plain</body>')
      return
    }
    arrived.add(request.url?.split(/[/?]/)[1] ?? '')
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/plain' }).end()
  })
  web.on('upgrade', (request, socket) => {
    arrived.add(request.url?.slice(1) ?? '')
    socket.destroy()
  })
  const knocks = createTcp((socket) => {
    arrived.add('preconnect')
    socket.destroy()
  })
  const [stun, quic] = [createSocket('udp4'), createSocket('udp4')]
  stun.on('message', () => arrived.add('webrtc'))
  quic.on('message', () => arrived.add('webtransport'))
  web.listen(0, '127.0.0.1')
  knocks.listen(0, '127.0.0.1')
  stun.bind(0, '127.0.0.1')
  quic.bind(0, '127.0.0.1')
  await Promise.all([web, knocks, stun, quic].map((one) => once(one, 'listening')))
  const portOf = (one: { address(): AddressInfo | string | null }): number => (one.address() as AddressInfo).port
  return {
    outside: {
      origin: `http://127.0.0.1:${portOf(web)}`,
      udpPort: stun.address().port,
      quicPort: quic.address().port,
      knockPort: portOf(knocks),
    },
    arrived,
    close() {
      web.closeAllConnections()
      for (const one of [web, knocks, stun, quic]) one.close()
    },
  }
}

const afterLoadingMs = 2_500
const afterGoingMs = 600

/** Tries them all in pages at `address`; what arrived. The ones that load share a page, the ones that go have one each. */
async function tryAll(context: BrowserContext, address: string, ways: readonly Way[], arrived: ReadonlySet<string>) {
  const before = new Set(arrived)
  const open = async () => {
    const page = await context.newPage()
    await page.goto(address)
    await page.waitForLoadState('load')
    return page
  }
  const attempt = (page: Awaited<ReturnType<typeof open>>, { script }: Way) =>
    page.evaluate(`(() => { try { ${script} } catch {} })()`).catch(() => undefined)
  const shared = await open()
  for (const way of ways.filter(({ goes }) => !goes)) await attempt(shared, way)
  await shared.waitForTimeout(afterLoadingMs)
  await shared.close()
  for (const way of ways.filter(({ goes }) => goes)) {
    const page = await open()
    await attempt(page, way)
    await page.waitForTimeout(afterGoingMs)
    for (const one of context.pages()) await one.close()
  }
  return [...arrived].filter((name) => !before.has(name))
}

export interface Tried {
  readonly names: readonly string[]
  /** Of the page of the program. */
  readonly out: readonly string[]
  /** Of a page without a policy in the same browser. */
  readonly outOfPlain: readonly string[]
}

/** Null where there is no Chromium. */
export async function tryWaysOut(): Promise<Tried | null> {
  const executablePath = await findChromium()
  if (executablePath === null) return null
  const data = await mkdtemp(path.join(tmpdir(), 'firsthand-ways-'))
  const host = await startHostFor(data)
  const listening = await listenOutside()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
  try {
    const ways = waysOut(listening.outside)
    const context = await browser.newContext()
    await (await context.newPage()).goto(host.address)
    const out = await tryAll(context, new URL(host.address).origin, ways, listening.arrived)
    await context.close()
    listening.arrived.clear()
    const other = await browser.newContext()
    const outOfPlain = await tryAll(other, `${listening.outside.origin}/`, ways, listening.arrived)
    return { names: ways.map(({ name }) => name), out, outOfPlain }
  } finally {
    await browser.close()
    listening.close()
    await host.close()
    await rm(data, { recursive: true, force: true })
  }
}
