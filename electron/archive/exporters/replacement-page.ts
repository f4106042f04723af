// The page that is put where hers was: what it says is for her to choose, and nothing may be what it says.
import { directionOf } from '../../../shared/domain/languages/direction.ts'
import type { Replacement } from '../../../shared/domain/consent/ledger.ts'
import { primaryLanguage } from '../../../shared/domain/languages/primary-language.ts'
import { html, type Markup } from './markup.ts'
import { policy } from './reading-room/page.ts'
import { headMarkup } from './still-page.ts'

export interface ReplacementWords {
  readonly says: Replacement
  readonly words: string
  /** BCP 47, of `words`. */
  readonly language: string
}

const takenBack: Readonly<Record<string, string>> = {
  en: 'This has been taken back by the person who told it.',
  es: 'Quien contó esto lo ha retirado.',
}

/** @param recipientLanguage what the program's own sentence is said in, where it can be */
function said({ says, words, language }: ReplacementWords, recipientLanguage: string): [string, string] | null {
  if (says === 'silence') return null
  if (says === 'words') return [words, language]
  const own = primaryLanguage(recipientLanguage)
  return takenBack[own] === undefined ? [takenBack['en'] ?? '', 'en'] : [takenBack[own], own]
}

function linesOf(words: string): string[] {
  return words
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function lines(words: string): Markup[] {
  return linesOf(words).map(
    (line) => html`<p>${line}</p>
`,
  )
}

/** The lines on it, and the language that they are in; none where it is silent. */
export function replacementLines(replacement: ReplacementWords, recipientLanguage: string) {
  const [text, language] = said(replacement, recipientLanguage) ?? ['', '']
  return { lines: linesOf(text), language, direction: directionOf(language) }
}

/** The whole page. Silent, it is the same for every story: it has no title, no language and no word. */
export function replacementPage(replacement: ReplacementWords, recipientLanguage: string): string {
  const words = said(replacement, recipientLanguage)
  const [text, language] = words ?? ['', '']
  const start =
    words === null
      ? html`<!doctype html>
<html>
`
      : html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
`
  return String(html`${start}<head>
${headMarkup(
  policy,
  text.trim().split('\n')[0] ?? '',
  html`<meta name="color-scheme" content="light dark">
`,
)}</head>
<body>
${
  words === null
    ? null
    : html`<main dir="auto">
${lines(text)}</main>
`
}</body>
</html>
`)
}
