// Everything that is said before a recording begins: whose story, her yes to be recorded, and the sound.
import { useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { EvidenceFields } from '../../app/EvidenceFields.tsx'
import { chooseSound } from '../../app/take/chosen-sound.ts'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { begun, emptyDraft, type RecordDraft } from './record-draft.ts'
import { SoundChoice } from './SoundChoice.tsx'
import { WhichStory } from './WhichStory.tsx'
import styles from './record.module.css'

interface BeginFormProps {
  /** A story that somebody came from, for another sitting. */
  readonly first?: Partial<RecordDraft>
  /** The take is there: its window is opened now, while the press still counts. */
  readonly onBegun: () => void
}

export function BeginForm({ first = {}, onBegun }: BeginFormProps) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const [draft, setDraft] = useState<RecordDraft>({ ...emptyDraft, ...first })
  const [isMissing, setMissing] = useState(false)
  const change = (some: Partial<RecordDraft>): void => setDraft((old) => ({ ...old, ...some }))

  const begin = (): void => {
    if (begun(draft, draft.who === 'known' ? 'any' : null) === null) return setMissing(true)
    setMissing(false)
    doing.run(async () => {
      const narrator =
        draft.which === 'new' && draft.who === 'known' && draft.known !== null
          ? (await archive.story.read({ testimony: draft.known.testimony })).story.narrator.id
          : null
      const asked = begun(draft, narrator)
      if (asked === null) return
      const { take } = await archive.recording.begin(asked)
      chooseSound({ begin: take })
      onBegun()
    })
  }

  return (
    <section className={styles.part} aria-labelledby="record-begin">
      <h2 id="record-begin">{say('record.begin.title')}</h2>
      <WhichStory draft={draft} onChange={change} />
      <h3>{say('record.agreed')}</h3>
      <div className={styles.consentWords}>
        <p>{say('record.agreed.says')}</p>
        <p>{say('record.agreed.only')}</p>
        <p>{say('record.agreed.stop')}</p>
      </div>
      <div className={styles.fields}>
        <EvidenceFields
          {...(draft.which === 'sitting' && draft.sitting !== null ? { testimony: draft.sitting.testimony } : {})}
          value={draft.agreed}
          onChange={(agreed) => change({ agreed })}
          isMissing={isMissing}
        />
      </div>
      <h3>{say('record.sound')}</h3>
      <SoundChoice draft={draft} onChange={change} />
      {isMissing && (
        <Notice kind="care" said>
          {say('record.begin.missing')}
        </Notice>
      )}
      {doing.failure !== null && (
        <Notice kind="care" said>
          {say.failure(doing.failure)}
        </Notice>
      )}
      <Button kind="primary" isDisabled={doing.busy} onPress={begin}>
        {say('record.begin')}
      </Button>
    </section>
  )
}
