// The languages that whisper models have learned, by the names that the models use for them.
import { primaryLanguage } from './primary-language.ts'

/** ISO 639-1 where there is one; the models' own list, version 3 (`yue` is only in the newest). */
const heard = new Set(
  (
    'en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th ur hr bg lt la mi ml ' +
    'cy sk te fa lv bn sr az sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si km sn yo so af oc ka be tg sd gu am ' +
    'yi lo uz fo ht ps tk nn mt sa lb my bo tl mg as tt haw ln ha ba jw su'
  ).split(' '),
)

/** Names that BCP 47 writes otherwise. */
const otherwise: Readonly<Record<string, string>> = { nb: 'no', fil: 'tl', jv: 'jw', iw: 'he', in: 'id', cmn: 'zh' }

/** What a whisper model calls the language of a BCP 47 tag; null where it has not learned it. */
export function heardLanguage(tag: string): string | null {
  const first = primaryLanguage(tag)
  const name = otherwise[first] ?? first
  return heard.has(name) ? name : null
}

export const heardLanguages: readonly string[] = [...heard].map((name) => (name === 'jw' ? 'jv' : name))
