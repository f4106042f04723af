// The headers that go with every answer: what a page may load and ask for, and that nothing is kept.
import { mediaPolicy, noPermissions, pagePermissions, pagePolicy } from '../../shared/contract/page-policies.ts'

export function answerHeaders(policy: string, type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': policy === pagePolicy ? pagePermissions : noPermissions,
  }
}

/** An answer without content: a status and nothing that tells more. */
export function emptyAnswer(status: number, more: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { ...answerHeaders(mediaPolicy, 'text/plain'), ...more } })
}
