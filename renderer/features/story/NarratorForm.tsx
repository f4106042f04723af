// The narrator: how she is called, for each reach; whether she is listed; words that are not to be used of her.
import { useState } from 'react'
import { existences, type Narrator } from '../../../shared/domain/story.ts'
import { showsMore } from '../../../shared/domain/given-out/existence.ts'
import { useArchive } from '../../app/archive.tsx'
import { EvidenceFields, noEvidence, saidEvidence } from '../../app/EvidenceFields.tsx'
import { NarratorNames } from '../../app/NarratorNames.tsx'
import { RefusedWords } from '../../app/RefusedWords.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { isNameMissing, useNarratorDraft } from '../../app/use-narrator-draft.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './AboutSheet.module.css'
import { KeepRow } from './KeepRow.tsx'

export function NarratorForm({ narrator }: { narrator: Narrator }) {
  const [evidence, setEvidence] = useState(noEvidence)
  const [wasTried, setTried] = useState(false)
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const draft = useNarratorDraft(narrator)
  const isMore = showsMore(draft.existence, narrator.existence)
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        const said = saidEvidence(evidence)
        if (isMore && said === null) return
        doing.run(async () => {
          await archive.story.changeNarrator({
            ...draft.toKeep(),
            ...(isMore && said !== null ? { evidence: said } : {}),
          })
          setEvidence(noEvidence)
          setTried(false)
        }, say('story.kept'))
      }}
    >
      <h2 className={styles.head}>{say('story.narrator')}</h2>
      <NarratorNames speaksTo="archivist" draft={draft} />
      <p className={styles.soft}>{say('story.narrator.names.note')}</p>
      <Choice
        label={say('story.narrator.existence')}
        note={say('story.narrator.existence.note')}
        value={draft.existence}
        onChange={(existence) => draft.change({ existence })}
        options={existences.map((id) => ({ id, name: say(`uses.existence.${id}`) }))}
      />
      {isNameMissing(draft) && <Notice kind="care">{say('story.narrator.nameMissing')}</Notice>}
      {isMore && (
        <>
          <p className={styles.soft}>{say('story.narrator.existence.evidence')}</p>
          <EvidenceFields value={evidence} onChange={setEvidence} isMissing={wasTried} />
        </>
      )}
      <fieldset className={styles.fieldset}>
        <legend className={styles.head}>{say('story.refused')}</legend>
        <RefusedWords
          speaksTo="archivist"
          words={draft.refusedWords}
          onWords={(refusedWords) => draft.change({ refusedWords })}
        />
      </fieldset>
      <KeepRow doing={doing} name={say('story.narrator.keep')} />
    </form>
  )
}
