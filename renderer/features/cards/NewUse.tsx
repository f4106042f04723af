// A use of the archive's own: how far it reaches, for ever, and its first card.
import { reaches } from '../../../shared/domain/reach.ts'
import { useAnnounce } from '../../app/announce.tsx'
import { useArchive } from '../../app/archive.tsx'
import { LanguageChoice } from '../../app/LanguageChoice.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Answers } from '../../ui/Answers.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { useWords } from '../../words/say.tsx'
import { useAnyDraft, useNewUseDraft } from './card-drafts.ts'
import { emptyParts, noWords, type OwnReach } from './card-shapes.ts'
import { CardFields } from './CardFields.tsx'
import { useFirstWrong } from './first-wrong.ts'
import { DraftEnd } from './DraftEnd.tsx'
import styles from './cards.module.css'

const ownReaches = reaches.filter((reach): reach is OwnReach => reach !== 'narrator')

export function NewUse({ onLeave }: { onLeave: () => void }) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const doing = useDoing()
  useAnyDraft()
  const [draft, setDraft] = useNewUseDraft({
    words: noWords,
    language: say.locale,
    reach: null,
    namedRecipientOnly: false,
  })
  const { form, tried, tell } = useFirstWrong()
  const { words, language, reach, namedRecipientOnly } = draft
  const missing = emptyParts(words)
  const keep = (): void => {
    if (missing.length > 0 || reach === null) return tell()
    doing.run(async () => {
      await archive.cards.addUse({ reach, namedRecipientOnly, language, words })
      announce(say('cards.add.kept', { name: words.title.trim() }))
      setDraft(null)
      onLeave()
    })
  }
  return (
    <section ref={form} className={styles.part} aria-labelledby="cards-new">
      <h2 id="cards-new" tabIndex={-1} data-arrive>
        {say('cards.add.title')}
      </h2>
      <p>{say('cards.add.says')}</p>
      <div className={styles.fields}>
        <LanguageChoice
          label={say('cards.add.language')}
          value={language}
          onChange={(tag) => setDraft({ ...draft, language: tag })}
          mayBeUnknown={false}
        />
        <CardFields
          words={words}
          onChange={(next) => setDraft({ ...draft, words: next })}
          language={language}
          missing={tried ? missing : []}
        />
        <Answers
          label={say('cards.add.reach')}
          note={say('cards.add.reach.note')}
          value={reach}
          onChange={(next) => setDraft({ ...draft, reach: next })}
          options={ownReaches.map((id) => ({
            id,
            name: say(`uses.reach.${id}`),
            note: say(`cards.reach.${id}`),
          }))}
          wrong={tried && reach === null ? say('cards.add.reach.missing') : null}
        />
        <div>
          <CheckBox
            isSelected={namedRecipientOnly}
            onChange={(next) => setDraft({ ...draft, namedRecipientOnly: next })}
            aria-describedby="cards-new-named"
          >
            {say('cards.add.named')}
          </CheckBox>
          <p className={styles.soft} id="cards-new-named">
            {say('cards.add.named.note')}
          </p>
        </div>
      </div>
      <DraftEnd
        failure={doing.failure}
        isBusy={doing.busy}
        keepWords={say('cards.add.keep')}
        onKeep={keep}
        onLeave={onLeave}
        onThrowAway={() => setDraft(null)}
      />
    </section>
  )
}
