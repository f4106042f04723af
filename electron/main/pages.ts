// The window's own files. They are listed once at start, and only what is on the list is ever opened.
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { pagePolicy } from '../../shared/contract/page-policies.ts'
import { answerHeaders, emptyAnswer } from './answer-headers.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** Every file below the folder, by its address with forward slashes. NOTE: `recursive` is not used, asar folders lack it. */
export function listPages(folder: string, prefix = ''): ReadonlyMap<string, string> {
  const pages = new Map<string, string>()
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = join(folder, entry.name)
    const address = `${prefix}${entry.name}`
    if (entry.isDirectory()) for (const [below, file] of listPages(place, `${address}/`)) pages.set(below, file)
    else if (entry.isFile()) pages.set(address, place)
  }
  return pages
}

/** Answers with a listed file, or 404. */
export async function answerPage(pages: ReadonlyMap<string, string>, path: string, head: boolean): Promise<Response> {
  const file = pages.get(path)
  if (file === undefined) return emptyAnswer(404)
  const bytes = await readFile(file)
  const headers = answerHeaders(pagePolicy, types[extname(file)] ?? 'application/octet-stream')
  return new Response(head ? null : new Uint8Array(bytes), {
    status: 200,
    headers: { ...headers, 'Content-Length': String(bytes.byteLength) },
  })
}
