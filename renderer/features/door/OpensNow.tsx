// What opens the archive now, asked once more of whoever wants to change it: the passphrase, or the paper key.
import { useRef, useState, type Ref } from 'react'
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { Answers } from '../../ui/Answers.tsx'
import { useWords } from '../../words/say.tsx'
import { paperWords, saysOfWords, wordsOfKey } from './paper-words.ts'
import { PaperWordsField } from './PaperWordsField.tsx'
import { PassphraseField } from './PassphraseField.tsx'

type OpensWith = Parameters<ArchiveClient['door']['changePassphrase']>[0]['opensWith']
type Kind = OpensWith['kind']

export interface OpensNowFields {
  readonly kind: Kind
  readonly onKind: (kind: Kind) => void
  readonly passphrase: Ref<HTMLInputElement>
  readonly words: Ref<HTMLTextAreaElement>
  readonly wrong: readonly string[]
}

export interface OpensNowHand {
  /** Null where something is missing, which is said under the field. */
  read(): OpensWith | null
  /** Says what was wrong with it; false where the failure is about something else. */
  says(thrown: unknown): Promise<boolean>
  focus(): void
  empty(): void
}

export function useOpensNow(): { hand: OpensNowHand; fields: OpensNowFields } {
  const say = useWords()
  const archive = useArchive()
  const [kind, setKind] = useState<Kind>('passphrase')
  const [wrong, setWrong] = useState<readonly string[]>([])
  const passphrase = useRef<HTMLInputElement>(null)
  const words = useRef<HTMLTextAreaElement>(null)
  const focus = (): void => (kind === 'paper' ? words.current : passphrase.current)?.focus()
  const hand: OpensNowHand = {
    focus,
    read() {
      setWrong([])
      const typed = paperWords(words.current?.value ?? '')
      const missing =
        kind === 'paper'
          ? typed.length !== wordsOfKey && say('door.paper.needed', { count: typed.length })
          : passphrase.current?.value === '' && say('door.open.needed')
      if (missing === false)
        return { kind, words: kind === 'paper' ? typed.join(' ') : (passphrase.current?.value ?? '') }
      setWrong([missing])
      focus()
      return null
    },
    async says(thrown) {
      const code = codeOf(thrown)
      if (code !== 'wrongPassphrase' && code !== 'wrongPaperKey') return false
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
  return { hand, fields: { kind, onKind, passphrase, words, wrong } }
}

export interface OpensNowProps {
  readonly fields: OpensNowFields
  /** What else than "now" it is about, such as a backup. */
  readonly question?: string
  readonly ofPassphrase?: string
}

export function OpensNow({
  fields: { kind, onKind, passphrase, words, wrong },
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
        options={[
          { id: 'passphrase', name: say('door.keys.byPassphrase') },
          { id: 'paper', name: say('door.keys.byPaper') },
        ]}
      />
      {kind === 'paper' ? (
        <PaperWordsField inputRef={words} wrong={wrong} />
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
