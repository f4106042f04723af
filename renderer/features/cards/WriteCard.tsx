// Other words for a card, or its first in a language, with the present words beside. What is written waits until it is kept.
import { useEffect, useRef } from 'react'
import { useAnnounce } from '../../app/announce.tsx'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { useWords } from '../../words/say.tsx'
import { emptyParts, type CardWords, type WordedCard } from './card-shapes.ts'
import { CardAsSeen } from './CardAsSeen.tsx'
import { CardFields } from './CardFields.tsx'
import { useFirstWrong } from './first-wrong.ts'
import { DraftEnd } from './DraftEnd.tsx'
import styles from './cards.module.css'

interface WriteCardProps {
  readonly language: string
  /** The words now in this language, or, where there are none, in the nearest. */
  readonly beside: WordedCard
  readonly draft: CardWords
  readonly onDraft: (draft: CardWords | null) => void
  /** The form is closed; the draft may be there still. */
  readonly onLeave: () => void
}

export function WriteCard({ language, beside, draft, onDraft, onLeave }: WriteCardProps) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const doing = useDoing()
  const { form, tried, tell } = useFirstWrong()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const isReworded = beside.language === language
  const besideIn = say.language(beside.language)
  const missing = emptyParts(draft)
  const keep = (): void => {
    if (missing.length > 0) return tell()
    doing.run(async () => {
      const after = isReworded ? beside.version : 0
      const kept = await archive.cards.reword({ use: beside.use, language, after, words: draft })
      announce(say('cards.kept', { version: kept.version, language: say.language(kept.language) }))
      onDraft(null)
      onLeave()
    })
  }
  return (
    <section ref={form} className={styles.part} aria-labelledby="cards-write">
      <h2 id="cards-write" ref={heading} tabIndex={-1}>
        {isReworded ? say('cards.reword.title') : say('cards.write.title', { language: say.language(language) })}
      </h2>
      <p>{isReworded ? say('cards.reword.says') : say('cards.write.says', { language: besideIn })}</p>
      <div className={styles.both}>
        <div className={styles.fields}>
          <CardFields words={draft} onChange={onDraft} language={language} missing={tried ? missing : []} />
        </div>
        <div className={styles.part}>
          <p className={styles.soft}>{say('cards.now', { language: besideIn })}</p>
          <CardAsSeen card={beside} level={3} />
        </div>
      </div>
      <DraftEnd
        failure={doing.failure}
        isBusy={doing.busy}
        keepWords={say('cards.keep')}
        onKeep={keep}
        onLeave={onLeave}
        onThrowAway={() => onDraft(null)}
      />
    </section>
  )
}
