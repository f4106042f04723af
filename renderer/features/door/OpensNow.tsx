// What opens the archive now, asked once more of whoever wants to change it: the passphrase, or the paper key.
import { useRef, useState, type Ref } from 'react'
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { Answers } from '../../ui/Answers.tsx'
import { useWords } from '../../words/say.tsx'
import { paperWords, saysOfWords, wordsOfKey } from './paper-words.ts'
import { PaperWordsField } from './PaperWordsField.tsx'
import { PassphraseField } from './PassphraseField.tsx'

type Kind = Parameters<ArchiveClient['door']['changePassphrase']>[0]['opensWith']['kind']
export type OpensKind = Kind
/** The two that every archive has. */
type Usual = 'passphrase' | 'paper'

export interface OpensNowFields {
  readonly kinds: readonly Kind[]
  readonly kind: Kind
  readonly onKind: (kind: Kind) => void
  readonly passphrase: Ref<HTMLInputElement>
  readonly words: Ref<HTMLTextAreaElement>
  readonly wrong: readonly string[]
}

export interface OpensNowHand<K extends Kind = Usual> {
  /** Null where something is missing, which is said under the field. */
  read(): { readonly kind: K; readonly words: string } | null
  /** Says what was wrong with it; false where the failure is about something else. */
  says(thrown: unknown): Promise<boolean>
  focus(): void
  empty(): void
}

const wrongOnes: readonly string[] = ['wrongPassphrase', 'wrongPaperKey', 'wrongShares', 'sharesReplaced']
const usual = ['passphrase', 'paper'] as const

/** With shares among the kinds, the words of enough sheets are typed into one field, one after the other. */
export function useOpensNow(): { hand: OpensNowHand; fields: OpensNowFields }
export function useOpensNow<K extends Kind>(kinds: readonly K[]): { hand: OpensNowHand<K>; fields: OpensNowFields }
export function useOpensNow(kinds: readonly Kind[] = usual): { hand: OpensNowHand<Kind>; fields: OpensNowFields } {
  const say = useWords()
  const archive = useArchive()
  const [kind, setKind] = useState<Kind>('passphrase')
  const [wrong, setWrong] = useState<readonly string[]>([])
  const passphrase = useRef<HTMLInputElement>(null)
  const words = useRef<HTMLTextAreaElement>(null)
  const focus = (): void => (kind === 'passphrase' ? passphrase.current : words.current)?.focus()
  const hand: OpensNowHand<Kind> = {
    focus,
    read() {
      setWrong([])
      const typed = paperWords(words.current?.value ?? '')
      const missing = {
        passphrase: () => passphrase.current?.value === '' && say('door.open.needed'),
        paper: () => typed.length !== wordsOfKey && say('door.paper.needed', { count: typed.length }),
        shares: () =>
          (typed.length === 0 || typed.length % wordsOfKey !== 0) &&
          say('door.keys.sharesNeeded', { count: typed.length }),
      }[kind]()
      if (missing === false)
        return { kind, words: kind === 'passphrase' ? (passphrase.current?.value ?? '') : typed.join(' ') }
      setWrong([missing])
      focus()
      return null
    },
    async says(thrown) {
      const code = codeOf(thrown)
      if (!wrongOnes.includes(code)) return false
      setWrong(await saysOfWords(say, archive, code, paperWords(words.current?.value ?? '')))
      focus()
      return true
    },
    empty() {
      for (const field of [passphrase.current, words.current]) if (field !== null) field.value = ''
    },
  }
  const onKind = (chosen: Kind): void => {
    setKind(chosen)
    setWrong([])
  }
  return { hand, fields: { kinds, kind, onKind, passphrase, words, wrong } }
}

export interface OpensNowProps {
  readonly fields: OpensNowFields
  /** What else than "now" it is about, such as a backup. */
  readonly question?: string
  readonly ofPassphrase?: string
}

export function OpensNow({
  fields: { kinds, kind, onKind, passphrase, words, wrong },
  question,
  ofPassphrase,
}: OpensNowProps) {
  const say = useWords()
  return (
    <>
      <Answers
        label={question ?? say('door.keys.opensNow')}
        value={kind}
        onChange={onKind}
        options={kinds.map((id) => ({ id, name: say(`door.keys.by.${id}`) }))}
      />
      {kind !== 'passphrase' ? (
        <PaperWordsField key={kind} inputRef={words} wrong={wrong} ofSheets={kind === 'shares'} />
      ) : (
        <PassphraseField
          label={ofPassphrase ?? say('door.keys.passphraseNow')}
          wrong={wrong.length === 0 ? null : wrong.join(' ')}
          inputRef={passphrase}
          autoFocus={ofPassphrase === undefined}
        />
      )}
    </>
  )
}
