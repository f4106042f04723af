// The side sheet of a story: what she allows, use by use, her review, and all that she has decided.
import { useState } from 'react'
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { ConsentCard } from './ConsentCard.tsx'
import { HistoryOfAnswers } from './HistoryOfAnswers.tsx'
import { ReviewOfHers } from './ReviewOfHers.tsx'
import { useConsent } from './use-consent.ts'
import { UseAnswers } from './UseAnswers.tsx'
import styles from './consent.module.css'

/** `selectedPassages`: those chosen in the story; an answer can then be about them alone. */
export function ConsentSheet({
  testimony,
  selectedPassages,
  onConversation,
}: {
  testimony: string
  selectedPassages: readonly string[]
  onConversation: () => void
}) {
  const say = useWords()
  const read = useConsent(testimony)
  const { standing, recipients, failure } = read
  const [open, setOpen] = useState<UseName | null>(null)
  const [kept, setKept] = useState<string | null>(null)
  if (failure !== null)
    return (
      <Notice kind="care" said>
        {say.failure(failure)}
      </Notice>
    )
  if (standing === undefined) return <p className={styles.soft}>{say('consent.reading')}</p>
  return (
    <div className={styles.sheet}>
      <section>
        <h2>{say('consent.title')}</h2>
        <p className={styles.soft}>{say('consent.intro')}</p>
        <p>
          <Button onPress={onConversation}>{say('talk.begin.archivist')}</Button>
        </p>
        {kept !== null && <Notice>{kept}</Notice>}
        <UseAnswers standing={standing} recipients={recipients} selectedPassages={selectedPassages} onOpen={setOpen} />
      </section>
      <section>
        <h2>{say('consent.review')}</h2>
        <ReviewOfHers testimony={testimony} standing={standing} />
      </section>
      <HistoryOfAnswers
        testimony={testimony}
        speaksTo="archivist"
        entries={standing.entries}
        keysForgotten={standing.keysForgotten}
        papersUsed={standing.papersUsed}
        recipients={recipients}
      />
      {open !== null && (
        <ConsentCard
          testimony={testimony}
          read={read}
          use={open}
          selectedPassages={selectedPassages}
          onClose={() => setOpen(null)}
          onKept={(said) => {
            setKept(said)
            setOpen(null)
          }}
        />
      )}
    </div>
  )
}
