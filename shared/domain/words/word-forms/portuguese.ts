// The forms that a Portuguese word takes: number, gender, diminutives, -izar, and the forms of regular verbs.
// Compared without accents; a form that is written with one here is meant with it.
import { masculineAndFeminine } from './word-pairs.ts'

const ofAr =
  'amos ais am ava avas avamos avam ei aste ou aram ara arao aremos arei aras aria ariam emos em asse assem armos arem ando'
const ofEr =
  'emos em imos ia ias iam iamos i este iste eu iu eram iram era erao ira irao eria iria eriam iriam esse isse essem issem ermos irmos erem irem endo indo am amos'
const bareEndings = ['o', 'a', 'as', 'e', 'es']
const inflected = (stem: string): string[] => [`${stem}o`, `${stem}a`, `${stem}os`, `${stem}as`]

function written(stem: string, ending: string): string {
  if (!/^[ei]/.test(ending)) return stem + ending
  return stem.endsWith('c')
    ? `${stem.slice(0, -1)}qu${ending}`
    : stem.endsWith('g')
      ? `${stem}u${ending}`
      : stem + ending
}

/** Words of their own among the forms of a verb: "salvo" and "a salvo" are not of "salvar". */
const notForms: Readonly<Record<string, readonly string[]>> = {
  salvar: ['salvo', 'salva', 'salvas'],
  traficar: ['trafico'],
  tratar: ['trata', 'tratas', 'trato'],
}
const noVerbs = new Set('mulher lugar familiar militar escolar popular particular vulgar lar bar mar'.split(' '))

function verb(infinitive: string, bare: boolean): string[] {
  const parts = /^(.{2,})(ar|er|ir)$/.exec(infinitive)
  if (parts === null || noVerbs.has(infinitive)) return []
  const [, stem = '', kind] = parts
  const isAr = kind === 'ar'
  const not = notForms[infinitive] ?? []
  return [
    infinitive,
    ...inflected(`${stem}${isAr ? 'a' : 'i'}d`),
    ...(isAr ? ofAr : ofEr).split(' ').map((ending) => (isAr ? written(stem, ending) : stem + ending)),
    ...(bare ? bareEndings.map((ending) => (isAr ? written(stem, ending) : stem + ending)) : []),
  ].filter((form) => !not.includes(form))
}

function noun(word: string): string[] {
  const last = /[aeo]$/.exec(word)?.[0]
  const stem = last === undefined ? word : word.slice(0, -1)
  const forms = [word, `${word}s`]
  if (word.endsWith('ao')) {
    const start = word.slice(0, -2)
    forms.push(
      `${start}oes`,
      `${start}aes`,
      `${start}aos`,
      `${start}ona`,
      `${start}onas`,
      `${start}ozinho`,
      `${start}ozinha`,
    )
  }
  if (word.endsWith('m')) forms.push(`${word.slice(0, -1)}ns`)
  if (/[aeou]l$/.test(word)) forms.push(`${word.slice(0, -1)}is`, `${word}mente`)
  if (word.endsWith('il')) forms.push(`${word.slice(0, -1)}s`, `${word.slice(0, -2)}eis`)
  if (/[rz]$/.test(word)) forms.push(`${word}es`)
  if (word.endsWith('or')) forms.push(`${word}a`, `${word}as`)
  if (last === 'o' || last === 'a') {
    const genders = masculineAndFeminine.has(word) ? [last, `${last}s`] : ['o', 'a', 'os', 'as']
    forms.push(...genders.map((ending) => stem + ending))
    if (stem.length >= 3) forms.push(...genders.map((ending) => `${written(stem, 'inh')}${ending}`))
  }
  if (!word.endsWith('ao') && word.length >= 4) forms.push(...inflected(`${word}zinh`))
  if (stem.length >= 5) forms.push(...verb(`${stem}izar`, true), `${stem}izacao`, `${stem}izacoes`)
  return forms
}

/** Every form of a Portuguese word, given in any of them. `isPortuguese`: whether the text is in a language like it. */
export function portugueseForms(word: string, isPortuguese: boolean): string[] {
  const singulars = word.endsWith('oes') ? [`${word.slice(0, -3)}ao`] : /[aeo]s$/.test(word) ? [word.slice(0, -1)] : []
  const participle = /^(.{4,})(a|i)d[oa]s?$/.exec(word)
  const verbs =
    participle === null || word.replace(/s$/, '').length < 7
      ? []
      : participle[2] === 'a'
        ? [`${participle[1]}ar`]
        : [`${participle[1]}er`, `${participle[1]}ir`]
  return [
    ...[word, ...singulars].flatMap(noun),
    ...verb(word, isPortuguese || word.endsWith('ar')),
    ...verbs.flatMap((infinitive) => verb(infinitive, false)),
  ]
}
