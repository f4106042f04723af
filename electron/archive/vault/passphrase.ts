// Passphrases: proposed ones that are strong for certain, own ones estimated honestly, and the bytes they come to.
import { Failure } from '../../../shared/contract/failure.ts'
import type { RandomSource } from './random.ts'
import { secretText } from './secret-bytes.ts'
import { wordListFor } from './word-lists.ts'

const proposedWords = 6
const mostDraws = 20

export type PassphraseVerdict = 'tooWeak' | 'weak' | 'fair' | 'strong'
export type PassphraseHint = 'common' | 'name' | 'repeated' | 'keyboard' | 'date' | 'sequence' | 'moreWords'

/** `guessesLog10`: the decimal logarithm of how many guesses it would stand, at about a second each. */
export interface PassphraseEstimate {
  readonly guessesLog10: number
  readonly verdict: PassphraseVerdict
  readonly hint: PassphraseHint | null
}

/** Six words of the BIP39 list of that language, else English: 66 bits. */
export function sixWords(language: string, random: RandomSource): string {
  const list = wordListFor(language)
  const bytes = random(proposedWords * 2)
  // 2,048 divides 65,536, so the remainder favours no word.
  const words = Array.from({ length: proposedWords }, (_, at) => list[bytes.readUInt16BE(at * 2) % list.length] ?? '')
  bytes.fill(0)
  return words.join(' ').normalize('NFC')
}

/**
 * Six words that the estimate calls strong too: one draw in some hundreds repeats a word or spells a saying, and a person
 * must not be offered what she would then be warned of.
 */
export async function proposePassphrase(language: string, random: RandomSource): Promise<string> {
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const words = sixWords(language, random)
    if ((await estimatePassphrase(words)).verdict === 'strong') return words
  }
  throw new Failure('broken')
}

/** NFC, outer white space gone and inner runs one space, as UTF-8. The caller zeroes it after use. */
export function normalisePassphrase(passphrase: string): Buffer {
  return secretText(passphrase.normalize('NFC').trim().replaceAll(/\s+/gu, ' '))
}

/** Throws Failure('weakPassphrase') where the verdict is `tooWeak`. */
export async function requireStrength(passphrase: string): Promise<void> {
  const { verdict } = await estimatePassphrase(passphrase)
  if (verdict === 'tooWeak') throw new Failure('weakPassphrase')
}

// A second of Argon2id a guess: a thousand machines make some 10^8 guesses a day, 10^12 in about thirty years.
const verdicts: ReadonlyArray<readonly [below: number, verdict: PassphraseVerdict]> = [
  [8, 'tooWeak'],
  [10, 'weak'],
  [12, 'fair'],
]

// The estimator's time grows with the square of the length, and a hundred letters are strong or repeat themselves.
const mostEstimated = 100

const hints: Readonly<Record<string, PassphraseHint>> = {
  topTen: 'common',
  topHundred: 'common',
  common: 'common',
  similarToCommon: 'common',
  pwned: 'common',
  namesByThemselves: 'name',
  commonNames: 'name',
  simpleRepeat: 'repeated',
  extendedRepeat: 'repeated',
  straightRow: 'keyboard',
  keyPattern: 'keyboard',
  dates: 'date',
  recentYears: 'date',
  sequences: 'sequence',
}

/**
 * The lowest of three estimates: of the whole, of the whole without spaces (which cost a guesser nothing), and of
 * its distinct words one by one (a saying is not stronger than its words).
 */
export async function estimatePassphrase(passphrase: string): Promise<PassphraseEstimate> {
  const estimator = await loadEstimator()
  const whole = passphrase.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').slice(0, mostEstimated)
  const words = [...new Set(whole.toLowerCase().split(' '))]
  const check = estimator.check(whole.replaceAll(' ', ''))
  const guessesLog10 = Math.min(
    estimator.check(whole).guessesLog10,
    check.guessesLog10,
    // Capitals are counted in the wholes; a word alone is estimated as it is usually written.
    words.length > 1 ? words.reduce((sum, word) => sum + estimator.check(word).guessesLog10, 0) : Infinity,
  )
  const verdict = verdicts.find(([below]) => guessesLog10 < below)?.[1] ?? 'strong'
  const weak = verdict === 'tooWeak' || verdict === 'weak'
  return { guessesLog10, verdict, hint: weak ? (hints[check.feedback.warning ?? ''] ?? 'moreWords') : null }
}

interface Estimator {
  check(text: string): { guessesLog10: number; feedback: { warning: string | null } }
}
let estimator: Promise<Estimator> | null = null

// Only whoever chooses a passphrase pays for the dictionaries.
function loadEstimator(): Promise<Estimator> {
  estimator ??= (async () => {
    const [{ ZxcvbnFactory }, common, english, spanish] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
      import('@zxcvbn-ts/language-en'),
      import('@zxcvbn-ts/language-es-es'),
    ])
    return new ZxcvbnFactory({
      dictionary: { ...common.dictionary, ...english.dictionary, ...spanish.dictionary },
      graphs: common.adjacencyGraphs,
    })
  })()
  return estimator
}
