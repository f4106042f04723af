// The languages that are offered for a story or a passage, by name; one that is not here can be given by its code.

/** BCP 47 primary tags. NOTE: Filipino is `fil`; `tl` is the same language under its older tag. */
const codes =
  `ak am ar as ay az be bg bho bm bn bo bs ca ceb ckb cs cy da de dv dz ee el en es et eu fa ff fi fil fo fr ga gl gn gu
 ha he hi hr ht hu hy id ig is it ja jv ka kk km kn ko ku ky la lg ln lo lt lv mai mg mi mk ml mn mr ms my nb ne nl no nso
 ny om or pa pl ps pt qu rn ro ru rw sd si sk sl sm sn so sq sr st su sv sw ta te tg th ti tk tn to tr ts ug uk ur uz vi wo
 xh yi yo yue zh zu`.split(/\s+/)

export interface OfferedLanguage {
  readonly code: string
  readonly name: string
}

/**
 * The languages that this system has a name for, sorted by that name, none twice.
 *
 * @param locale BCP 47, of the words on the screen
 * @param kept languages that a story has already; they stay to be chosen, by their code where nothing names them
 */
export function offeredLanguages(locale: string, kept: readonly string[] = []): OfferedLanguage[] {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })
  const order = new Intl.Collator(locale)
  const offered: OfferedLanguage[] = kept
    .filter((code, at) => code !== '' && code !== 'und' && kept.indexOf(code) === at)
    .map((code) => ({ code, name: nameIn(names, code) ?? code }))
  for (const code of codes) {
    const name = nameIn(names, code)
    if (name !== null && !offered.some((one) => one.code === code || one.name === name)) offered.push({ code, name })
  }
  return offered.sort((one, two) => order.compare(one.name, two.name))
}

function nameIn(names: Intl.DisplayNames, code: string): string | null {
  try {
    return names.of(code) ?? null
  } catch {
    return null
  }
}
