// Which of the languages that something is written in comes nearest to the one that is wanted.

function whole(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag).maximize()
  } catch {
    return null
  }
}

/** A language tag in its one way of being written; as it is where it is none. BCP 47, RFC 5646 section 4.5. */
export function canonicalLanguage(tag: string): string {
  try {
    return new Intl.Locale(tag).toString()
  } catch {
    return tag
  }
}

/**
 * The same language first; then the same language and script from elsewhere, the same language in another script, English,
 * and, last, the first there is. Null only where there is none.
 *
 * @param wanted BCP 47
 * @param there BCP 47, best first where several come as near
 */
export function nearestLanguage(wanted: string, there: readonly string[]): string | null {
  const tag = canonicalLanguage(wanted).toLowerCase()
  const asked = whole(wanted)
  const nearness = (one: string): number => {
    if (canonicalLanguage(one).toLowerCase() === tag) return 4
    const language = whole(one)
    if (asked !== null && language?.language === asked.language) return language.script === asked.script ? 3 : 2
    return language?.language === 'en' ? 1 : 0
  }
  return there.toSorted((a, b) => nearness(b) - nearness(a))[0] ?? null
}
