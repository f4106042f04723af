// Asks for what opens the archive, again where somebody sits there and it was wrong.
import { Failure } from '../../shared/contract/failure.ts'
import { readSecret } from '../archive/features/members/opens-with.ts'
import { lookAtPaperWords } from '../archive/vault/paper-key.ts'
import type { Asking } from './asking.ts'
import type { OpenedSource, Source } from './from/source.ts'
import { say, wordOf, type RescueWords } from './words/words.ts'

type OpensWith = Parameters<typeof readSecret>[0]

const mostTries = 5
const wrongOnes = ['wrongPassphrase', 'wrongPaperKey', 'wrongShares']

/** Throws Failure as `Source.open` does; cancelled at Ctrl+C or where nothing more is typed. */
export async function askSecret(source: Source, words: RescueWords, asking: Asking): Promise<OpenedSource> {
  for (let tries = 1; ; tries += 1) {
    const typed = await askOne(words, asking)
    try {
      const secret = await readSecret(typed)
      asking.say(words.opening)
      try {
        return await source.open(secret)
      } finally {
        secret.bytes.fill(0)
      }
    } catch (error) {
      const isWrong = error instanceof Failure && wrongOnes.includes(error.code)
      if (!isWrong || !asking.isTerminal || tries === mostTries) throw error
      asking.say(wordOf(words.failures, error.code))
      if (typed.kind === 'paper') sayWhatIsWrong(typed.words, words, asking)
    }
  }
}

async function askOne(words: RescueWords, asking: Asking): Promise<OpensWith> {
  const ask = async (question: string, isSecret: boolean): Promise<string> => {
    const line = await asking.ask(question, isSecret)
    if (line === null) throw new Failure('cancelled')
    return line
  }
  for (;;) {
    const which = (await ask(words.which, false)).trim()
    if (which === '1') return { kind: 'passphrase', words: await ask(words.passphrase, true) }
    if (which === '2') return { kind: 'paper', words: await ask(words.paperKey, true) }
    if (which !== '3') continue
    const sheets = [await ask(words.sheets, true)]
    for (;;) {
      const next = (await asking.ask(words.nextSheet, true)) ?? ''
      if (next.trim() === '') return { kind: 'shares', words: sheets.join(' ') }
      sheets.push(next)
    }
  }
}

function sayWhatIsWrong(typed: string, words: RescueWords, asking: Asking): void {
  const { count, unknown } = lookAtPaperWords(typed)
  if (count !== 24) asking.say(say(words.paperCount, { count }))
  else if (unknown.length > 0)
    asking.say(say(words.paperUnknown, { places: unknown.map(({ place }) => place).join(', ') }))
}
