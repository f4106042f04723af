// The outside of every page that is made here, and whole pages that ask nothing of the network and run nothing.
import { createHash } from 'node:crypto'
import type { Direction } from '../../../shared/domain/story.ts'
import { html, type Markup } from './markup.ts'

/** What is in the head of every page: what it may fetch, and that nobody is to list it or to be told where it was read. */
export function headMarkup(policy: string, title: string, more: Markup | null): Markup {
  return html`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
${more}<title>${title}</title>
`
}

export interface StillPage {
  /** BCP 47. */
  readonly language: string
  readonly direction: Direction
  readonly title: string
  /** A sheet of our own, which holds no `<`: the one text that is not escaped. */
  readonly style: string
  readonly main: Markup
}

export function stillPage({ language, direction, title, style, main }: StillPage): string {
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  const head = html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
${headMarkup(policy, title, null)}<style>`
  const body = html`</style>
</head>
<body>
<main>
${main}</main>
</body>
</html>
`
  return `${String(head)}${style}${String(body)}`
}
