// The built pages. They are listed once at start, and an address is looked up, never resolved: no path leads elsewhere.
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { answerPlainly } from './answer-headers.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** Address as it is asked for (`/assets/x.js`, `/`) to the file that answers it. Links are not followed. */
export function listPageFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, file).split(sep).join('/')}`, file)
  }
  const index = files.get('/index.html')
  if (index !== undefined) files.set('/', index)
  return files
}

export async function answerPageFile(
  files: ReadonlyMap<string, string>,
  path: string,
  response: ServerResponse,
): Promise<void> {
  const file = files.get(path)
  const bytes = file === undefined ? null : await readFile(file).catch(() => null)
  if (file === undefined || bytes === null) return answerPlainly(response, 404, 'There is nothing here.')
  response.writeHead(200, {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Content-Length': bytes.length,
  })
  response.end(response.req.method === 'HEAD' ? undefined : bytes)
}
