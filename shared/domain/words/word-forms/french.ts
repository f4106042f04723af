// The forms that a French word takes: number, gender, -iser, and the forms of verbs in -er and -ir. Compared without
// accents; a form that is written with one here is meant with it.

const ofEr =
  'ons ez ent ais ait ions iez aient ames ates erent era erai eras eront erons erez erait eraient erais eriez ee ees ant'
const bareEr = ['e', 'es', 'a', 'as', 'ai']
const ofIr =
  'i is it ie ies issons issez issent issant issait issaient issais isse irent ira irai iront irait iraient imes'

function verb(infinitive: string, bare: boolean): string[] {
  const parts = /^(.{3,})(er|ir)$/.exec(infinitive)
  if (parts === null) return []
  const [, stem = '', kind] = parts
  if (kind === 'ir') return ofIr.split(' ').map((ending) => stem + ending)
  // NOTE: manger, mangeait; the cedilla of commençait is an accent.
  const stems = stem.endsWith('g') ? [stem, `${stem}e`] : [stem]
  return [
    infinitive,
    `${stem}é`,
    `${stem}és`,
    ...stems.flatMap((one) => ofEr.split(' ').map((ending) => one + ending)),
    ...(bare ? bareEr.map((ending) => stem + ending) : []),
  ]
}

const feminines: readonly (readonly [RegExp, readonly string[]])[] = [
  [/teur$/, ['teuse', 'trice']],
  [/eur$/, ['euse', 'eresse', 'eure']],
  [/eux$/, ['euse']],
  [/if$/, ['ive']],
  [/(?:ie|ee|e)n$/, ['$&ne']],
  [/on$/, ['onne']],
  [/el$/, ['elle']],
  [/al$/, ['ale', 'aux']],
  [/er$/, ['ere']],
]

function noun(word: string): string[] {
  const forms = [word, `${word}s`]
  if (/(?:eau|eu)$/.test(word)) forms.push(`${word}x`)
  const found = feminines.filter(([ending]) => ending.test(word))
  for (const [ending, into] of found)
    for (const one of into) {
      const form = word.replace(ending, one)
      forms.push(form, `${form}s`)
    }
  if (found.length === 0 && /[aiu]?[dnstu]$|ais$|al$/.test(word) && word.length >= 5)
    forms.push(`${word}e`, `${word}es`)
  if (word.endsWith('ee')) forms.push(word.slice(0, -1), `${word.slice(0, -1)}s`)
  const stem = word.replace(/e$/, '')
  if (stem.length >= 5) forms.push(...verb(`${stem}iser`, true), `${stem}isation`, `${stem}isations`)
  return forms
}

/** Every form of a French word, given in any of them. `isFrench`: whether the text is in a language like it. */
export function frenchForms(word: string, isFrench: boolean): string[] {
  const singular = /[^s]s$/.test(word) ? [word.slice(0, -1)] : word.endsWith('aux') ? [word.replace(/aux$/, 'al')] : []
  const participle = /^(.{3,})ees?$/.exec(word)
  return [
    ...[word, ...singular].flatMap(noun),
    ...verb(word, isFrench),
    ...(participle === null ? [] : verb(`${participle[1]}er`, isFrench)),
  ]
}
