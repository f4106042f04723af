// The headers of every answer: what a page may load and ask for, who may hold it, and that nothing of it is kept on disk.
import type { ServerResponse } from 'node:http'
import { pagePermissions, pagePolicy } from '../../shared/contract/page-policies.ts'

export function setAnswerHeaders(response: ServerResponse): void {
  response.setHeader('Content-Security-Policy', pagePolicy)
  response.setHeader('Permissions-Policy', pagePermissions)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Cache-Control', 'no-store')
}

/** A plain answer of one sentence for who cannot get further. */
export function answerPlainly(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(sentence),
  })
  response.end(response.req.method === 'HEAD' ? undefined : sentence)
}
