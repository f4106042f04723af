// About her, as she says it: how she is called by whom, whether she is in lists, words not to be used.
import type { FormEvent, RefObject } from 'react'
import { existences, type Existence, type Narrator } from '../../../shared/domain/story.ts'
import { useArchive } from '../../app/archive.tsx'
import { NarratorNames } from '../../app/NarratorNames.tsx'
import { RefusedWords } from '../../app/RefusedWords.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { isNameMissing, useNarratorDraft } from '../../app/use-narrator-draft.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import styles from './with-her.module.css'

interface Props {
  readonly narrator: Narrator
  /** Where it is said whether lists speak of her, for whoever comes for that. */
  readonly lists: RefObject<HTMLElement | null>
  readonly onKept: () => void
}

export function AboutHer({ narrator, lists, onKept }: Props) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const draft = useNarratorDraft(narrator)
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    doing.run(() => archive.story.changeNarrator(draft.toKeep()).then(onKept), say('her.about.kept'))
  }
  const changed = (): void => {
    if (doing.done) doing.clear()
  }
  return (
    <form onSubmit={keep} onInput={changed} noValidate className={styles.form}>
      <section className={styles.part}>
        <h2>{say('her.about.names')}</h2>
        <NarratorNames speaksTo="narrator" draft={draft} />
        <p className={styles.soft}>{say('her.about.names.note')}</p>
      </section>
      <section ref={lists} className={styles.part}>
        <Answers<Existence>
          label={say('her.about.existence')}
          value={draft.existence}
          onChange={(existence) => {
            draft.change({ existence })
            changed()
          }}
          options={existences.map((id) => ({
            id,
            name: say(`her.about.existence.${id}`),
            note: say(`her.about.existence.${id}.note`),
          }))}
        />
        {isNameMissing(draft) && <Notice kind="care">{say('her.about.nameMissing')}</Notice>}
      </section>
      <section className={styles.part}>
        <h2>{say('her.refused')}</h2>
        <p className={styles.soft}>{say('her.refused.note')}</p>
        <RefusedWords
          speaksTo="narrator"
          words={draft.refusedWords}
          onWords={(refusedWords) => draft.change({ refusedWords })}
        />
      </section>
      <Failed failure={doing.failure} />
      <div className={styles.row}>
        <Button kind="primary" type="submit" isDisabled={doing.busy}>
          {say('her.about.keep')}
        </Button>
        {doing.done && <span>{say('her.about.kept')}</span>}
      </div>
    </form>
  )
}
