// The forms that a Spanish word takes: number, gender, diminutives, -izar, and the forms of regular verbs with what is
// written to them. Compared without accents; a form that is written with one here is meant with it.
import { masculineAndFeminine } from './word-pairs.ts'

const clitics = ['me', 'te', 'se', 'lo', 'la', 'los', 'las', 'le', 'les', 'nos']
const twoClitics = ['me', 'te', 'se', 'nos'].flatMap((first) => ['lo', 'la', 'los', 'las'].map((last) => first + last))

const ofAr =
  'amos ais an aba abas abamos aban aste asteis aron are aras ara aremos aran aria arias ariamos arian emos en ase asen aramos aran'
const ofEr =
  'emos eis en imos ia ias iamos ian iste isteis io ieron ere eras era eremos eran eria erias erian ire iras ira iremos iran iria irian amos an iera ieran iese iesen'
const bareEndings = ['o', 'a', 'as', 'e', 'es']

/** As c, g and z are written before e and i. */
function beforeE(stem: string): string {
  if (stem.endsWith('c')) return `${stem.slice(0, -1)}qu`
  if (stem.endsWith('g')) return `${stem}u`
  return stem.endsWith('z') ? `${stem.slice(0, -1)}c` : stem
}

function written(stem: string, ending: string): string {
  return /^[ei]/.test(ending) ? beforeE(stem) + ending : stem + ending
}

const inflected = (stem: string): string[] => [`${stem}o`, `${stem}a`, `${stem}os`, `${stem}as`]

/** Of the stem in stressed places: cerrar, cierra; contar, cuenta; pedir, pide. */
function stressed(stem: string): string[] {
  const last = /^(.*)([eo])([^aeiou]*)$/.exec(stem)
  if (last === null) return []
  const [, start = '', vowel, end = ''] = last
  if (end === '') return []
  return vowel === 'e' ? [`${start}ie${end}`, `${start}i${end}`] : [`${start}ue${end}`]
}

/** Adjectives and nouns that look like verbs. */
const noVerbs = new Set(
  'mujer lugar hogar familiar militar escolar popular particular regular singular vulgar titular similar auxiliar taller dolar azar menor collar'.split(
    ' ',
  ),
)
/** Words of their own among the forms of a verb: "a salvo" and "salvo" are not of "salvar", nor "tráfico" of "traficar". */
const notForms: Readonly<Record<string, string>> = {
  salvar: 'salvo salva salvas',
  traficar: 'trafico',
  tratar: 'trata tratas trato',
}

const letters = (list: string): string[] => list.split(' ')

/** @param bare whether forms of one letter more than the stem count, which other languages have words like */
function verb(infinitive: string, bare: boolean): string[] {
  const parts = /^(.{2,})(ar|er|ir)$/.exec(infinitive)
  if (parts === null || noVerbs.has(infinitive)) return []
  const [, stem = '', kind] = parts
  const isAr = kind === 'ar'
  const theme = isAr ? 'a' : 'i'
  const gerund = isAr ? `${stem}ando` : `${stem}iendo`
  const forms = [
    infinitive,
    ...[...clitics, ...twoClitics].flatMap((clitic) => [infinitive + clitic, gerund + clitic]),
    gerund,
    ...inflected(`${stem}${theme}d`),
    ...letters(isAr ? ofAr : ofEr).map((ending) => written(stem, ending)),
    isAr ? `${stem}ó` : `${stem}ió`,
    ...(isAr ? [written(stem, 'é')] : []),
  ]
  const stems = [stem, ...stressed(stem)]
  forms.push(...stems.slice(1).flatMap((other) => [...bareEndings, 'an', 'en'].map((ending) => written(other, ending))))
  if (bare) forms.push(...bareEndings.map((ending) => written(stem, ending)))
  if (stem.endsWith('u') && kind === 'ir')
    forms.push(
      ...['o', 'e', 'es', 'en', 'a', 'as', 'an', 'ó', 'eron', 'endo', 'era', 'eran'].map(
        (ending) => `${stem}y${ending}`,
      ),
      ...clitics.map((clitic) => `${stem}yendo${clitic}`),
    )
  const not = letters(notForms[infinitive] ?? '')
  return forms.filter((form) => !not.includes(form))
}

/** Insults that grow by -ón, -aza, -ota too. */
const insults = new Set(['put', 'zorr', 'perr', 'guarr', 'golf', 'cerd'])

function noun(word: string): string[] {
  const forms = [word]
  const last = /[aeo]$/.exec(word)?.[0]
  const stem = last === undefined ? word : word.slice(0, -1)
  if (last !== undefined) forms.push(`${word}s`)
  else if (word.endsWith('z')) forms.push(`${stem.slice(0, -1)}ces`)
  else forms.push(`${word}es`)
  if (/[iu]$/.test(word)) forms.push(`${word}s`)
  const isPaired = masculineAndFeminine.has(word)
  const genders = last === 'o' || last === 'a' ? (isPaired ? [last, `${last}s`] : ['o', 'a', 'os', 'as']) : []
  if (genders.length > 0) {
    forms.push(...genders.map((ending) => stem + ending))
    if (stem.length >= 3) {
      const growing = ['it', 'ill', 'isim', ...(insults.has(stem) ? ['on', 'ot', 'az', 'uch', 'ering', 'ang'] : [])]
      for (const grown of growing) forms.push(...genders.map((ending) => written(stem, grown) + ending))
      if (insults.has(stem)) forms.push(`${stem}on`, `${stem}ones`)
    }
    if (last === 'o' && !isPaired) forms.push(`${stem}amente`)
  }
  if (last === 'e') forms.push(...inflected(`${word}cit`), ...inflected(`${word}cill`))
  if (/(?:or|on|in|an|es)$/.test(word) && !/(?:cion|sion)$/.test(word)) forms.push(`${word}a`, `${word}as`)
  if (/[rn]$/.test(word)) forms.push(...inflected(`${word}cit`), `${word}zuela`, `${word}zuelas`)
  if (/(?:al|il|ar|e)$/.test(word)) forms.push(`${word}mente`)
  if (stem.length >= 5) {
    const made = `${stem}iz`
    forms.push(...verb(`${made}ar`, true), `${made}acion`, `${made}aciones`)
  }
  return forms
}

/** What a word may be the plural of. */
function singularsOf(word: string): string[] {
  if (word.endsWith('ces')) return [`${word.slice(0, -3)}z`]
  if (/[^aeiou]es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)]
  return /[aeo]s$/.test(word) ? [word.slice(0, -1)] : []
}

/** The verbs that a participle of seven letters or more may be of. NOTE: a shorter one is often a noun: criada, entrada. */
function verbsOf(word: string): string[] {
  const parts = /^(.{4,})(a|i)d[oa]s?$/.exec(word)
  if (parts === null || word.replace(/s$/, '').length < 7) return []
  const [, stem = '', theme] = parts
  return theme === 'a' ? [`${stem}ar`] : [`${stem}er`, `${stem}ir`]
}

/**
 * Every form of a Spanish word, given in any of them.
 *
 * @param isSpanish whether the text is in a language like it, so that its shortest forms are not words of another
 */
export function spanishForms(word: string, isSpanish: boolean): string[] {
  return [
    ...[word, ...singularsOf(word)].flatMap(noun),
    ...verb(word, isSpanish || word.endsWith('ar')),
    ...verbsOf(word).flatMap((infinitive) => verb(infinitive, false)),
  ]
}
