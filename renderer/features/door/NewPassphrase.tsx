// A new passphrase: six words chosen by chance or one of one's own, and once more to see that it is there.
import { useRef, useState, type Ref } from 'react'
import { Answers } from '../../ui/Answers.tsx'
import { useWords } from '../../words/say.tsx'
import { OwnPassphrase } from './OwnPassphrase.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import { ProposedPassphrase } from './ProposedPassphrase.tsx'

/** As the archive takes a passphrase: composed, and with single spaces between the words. */
const asCompared = (passphrase: string): string => passphrase.normalize('NFC').trim().replaceAll(/\s+/gu, ' ')

export type WrongAt = 'passphrase' | 'again'

/** What the form around it does with the fields: nothing that is typed lies anywhere else. */
export interface NewPassphraseHand {
  /** The passphrase, or what is not right yet, with the focus put there. */
  read(): { readonly passphrase: string } | { readonly wrong: WrongAt }
  empty(): void
}

export interface NewPassphraseFields {
  readonly kind: 'proposed' | 'own'
  readonly onKind: (kind: 'proposed' | 'own') => void
  readonly onProposed: (passphrase: string) => void
  readonly own: Ref<HTMLInputElement>
  readonly again: Ref<HTMLInputElement>
}

/** `from`: which of the two ways is chosen at first. */
export function useNewPassphrase(from: 'proposed' | 'own' = 'proposed'): {
  hand: NewPassphraseHand
  fields: NewPassphraseFields
} {
  const [kind, setKind] = useState(from)
  const proposed = useRef('')
  const own = useRef<HTMLInputElement>(null)
  const again = useRef<HTMLInputElement>(null)
  const hand: NewPassphraseHand = {
    read() {
      const passphrase = kind === 'proposed' ? proposed.current : (own.current?.value ?? '')
      if (passphrase === '') {
        own.current?.focus()
        return { wrong: 'passphrase' }
      }
      if (asCompared(again.current?.value ?? '') !== asCompared(passphrase)) {
        again.current?.select()
        return { wrong: 'again' }
      }
      return { passphrase }
    },
    empty() {
      for (const field of [own.current, again.current]) if (field !== null) field.value = ''
      proposed.current = ''
    },
  }
  const onProposed = (passphrase: string): void => {
    proposed.current = passphrase
  }
  return { hand, fields: { kind, onKind: setKind, onProposed, own, again } }
}

export function NewPassphrase({
  fields: { kind, onKind, onProposed, own, again },
  wrongAgain,
}: {
  fields: NewPassphraseFields
  wrongAgain: string | null
}) {
  const say = useWords()
  return (
    <>
      <Answers
        label={say('door.make.how')}
        value={kind}
        onChange={onKind}
        options={[
          { id: 'proposed', name: say('door.make.proposed'), note: say('door.make.proposedNote') },
          { id: 'own', name: say('door.make.own'), note: say('door.make.ownNote') },
        ]}
      />
      {/* NOTE: hidden, not gone: somebody may have written these six words down already. */}
      <div hidden={kind !== 'proposed'}>
        <ProposedPassphrase onProposed={onProposed} />
      </div>
      {kind === 'own' && <OwnPassphrase inputRef={own} wrong={null} />}
      <PassphraseField
        label={say('door.make.again')}
        note={say('door.make.againNote')}
        wrong={wrongAgain}
        inputRef={again}
        isNew
      />
    </>
  )
}
