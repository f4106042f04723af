// The forms that an English word takes: plurals, -ed and -ing, -ise and what is made of it. Compared without accents.

// NOTE: maps, not objects: "constructor" is a word too.
const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    child: 'children',
    foot: 'feet',
    man: 'men',
    person: 'persons people',
    tooth: 'teeth',
    wife: 'wives',
    woman: 'women womyn womxn',
    victim: 'victimhood victimisation victimization victimiser',
    steal: 'stole stolen',
    sell: 'sold',
    buy: 'bought',
    beat: 'beaten',
    break: 'broke broken',
    fall: 'fell fallen',
    hide: 'hid hidden',
  }),
)

/** Words of their own, though they look like a form of another. */
const notForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    case: 'casing casings',
    organ: 'organise organises organised organising organize organizes organized organizing',
    real: 'realise realises realised realising realize realizes realized realizing',
    author: 'authorise authorises authorised authorising authorize authorizes authorized authorizing',
    patron: 'patronise patronises patronised patronising patronize patronizes patronized patronizing',
    poor: 'poorly',
    minor: 'minored minoring',
    hard: 'hardly',
  }),
)

/** One vowel and one consonant at the end of a short word, which is doubled before an ending: slut, slutting. */
const doubles = /^[^aeiou]*[aeiou][bdgklmnprtv]$/
const hissing = /(?:s|x|z|ch|sh)$/

function ofBase(word: string): string[] {
  const without = word.slice(0, -1)
  const plurals = [`${word}s`]
  if (hissing.test(word)) plurals.push(`${word}es`)
  if (/[^aeiou]y$/.test(word)) plurals.push(`${without}ies`)
  if (word.endsWith('ie')) plurals.push(`${word.slice(0, -2)}y`)
  if (/[^f]fe?$/.test(word)) plurals.push(`${word.replace(/fe?$/, '')}ves`)
  const verbs = word.endsWith('e')
    ? [`${word}d`, `${without}ing`, `${word}ing`]
    : /[^aeiou]y$/.test(word)
      ? [`${without}ied`, `${word}ing`]
      : [`${word}ed`, `${word}ing`]
  if (doubles.test(word)) verbs.push(`${word}${word.at(-1)}ed`, `${word}${word.at(-1)}ing`, `${word}${word.at(-1)}y`)
  if (word.endsWith('c')) verbs.push(`${word}ked`, `${word}king`)
  if (verbs.some((form) => form.endsWith('ing')))
    verbs.push(...verbs.filter((f) => f.endsWith('ing')).map((f) => `${f}s`))
  const stem = word.replace(/[ey]$/, '')
  const made = ['is', 'iz'].flatMap((letters) =>
    ['e', 'es', 'ed', 'ing', 'ation', 'ations'].map((ending) => `${stem}${letters}${ending}`),
  )
  const adverb = word.length >= 6 ? [`${word}ly`] : []
  return [
    word,
    ...plurals,
    ...verbs,
    ...(word.length >= 4 ? made : []),
    ...adverb,
    ...(irregular.get(word)?.split(' ') ?? []),
  ]
}

/** What a word in one of these forms may be a form of; the word itself is always one. */
function basesOf(word: string): string[] {
  const bases = [word]
  const add = (base: string): void => {
    if (base.length >= 4 && /[aeiou]/.test(base)) bases.push(base)
  }
  if (word.endsWith('ies')) add(`${word.slice(0, -3)}y`)
  else if (/(?:s|x|z|ch|sh)es$/.test(word)) add(word.slice(0, -2))
  if (/[^su]s$/.test(word)) add(word.slice(0, -1))
  for (const [base, forms] of irregular) if (forms.split(' ').includes(word)) bases.push(base)
  const verbal = /^(.*[aeiouy].*?)(?:ed|ing)$/.exec(word)
  if (verbal?.[1] !== undefined) {
    const [, stem] = verbal
    // NOTE: "scared" is not of "scar", which would be "scarred".
    if (!doubles.test(stem) && !stem.endsWith('u')) add(stem)
    add(`${stem}e`)
    if (/([bdgklmnprt])\1$/.test(stem) && doubles.test(stem.slice(0, -1))) bases.push(stem.slice(0, -1))
    if (stem.endsWith('i')) add(`${stem.slice(0, -1)}y`)
  }
  return bases
}

/** Every form of an English word, given in any of them. */
export function englishForms(word: string): string[] {
  const bases = basesOf(word)
  const not = new Set(bases.flatMap((base) => notForms.get(base)?.split(' ') ?? []))
  return bases.flatMap(ofBase).filter((form) => form === word || !not.has(form))
}
