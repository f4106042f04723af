// Something said on the spot and kept as evidence: recorded here, listened to again, or thrown away.
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { useArchive } from '../archive.tsx'
import { useDoing } from '../use-doing.ts'
import { SpokenSteps } from '../voice/SpokenSteps.tsx'
import { useSpeaking } from '../voice/use-speaking.ts'
import type { EvidenceFile } from './evidence-draft.ts'
import { EvidenceFiles } from './EvidenceFiles.tsx'
import styles from '../EvidenceFields.module.css'

interface Props {
  readonly testimony: string
  readonly value: EvidenceFile | null | undefined
  readonly onChange: (file: EvidenceFile | null) => void
  /** What becomes of what is said. */
  readonly says: string
}

export function SpokenEvidence({ testimony, value, onChange, says }: Props) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  if (value == null) return <Recording testimony={testimony} says={says} onKept={onChange} />
  return (
    <div className={styles.evidence}>
      <EvidenceFiles testimony={testimony} files={[value]} />
      <div>
        <Button
          isDisabled={doing.busy}
          onPress={() =>
            doing.run(async () => {
              // NOTE: one that an answer names already stays with that answer.
              await archive.evidence.drop({ testimony, file: value.id }).catch(() => {})
              onChange(null)
            })
          }
        >
          {say('her.sayIt.throwAway')}
        </Button>
      </div>
    </div>
  )
}

interface RecordingProps {
  readonly testimony: string
  readonly says: string
  readonly onKept: (file: EvidenceFile) => void
}

function Recording({ testimony, says, onKept }: RecordingProps) {
  const say = useWords()
  const archive = useArchive()
  const [isOpen, setOpen] = useState(false)
  const spoken = useSpeaking({
    begin: async () => (await archive.evidence.begin({ testimony, type: 'audio/webm', live: true })).file,
    append: (file, bytes) => archive.evidence.append({ testimony, file, bytes }),
    finish: async (file) => {
      const kept = await archive.evidence.finish({ testimony, file })
      const { files } = await archive.evidence.list({ testimony })
      return { kept, media: files.find(({ id }) => id === kept.id)?.media ?? '' }
    },
    drop: (file) => archive.evidence.drop({ testimony, file }),
  })
  if (!isOpen)
    return (
      <div>
        <Button onPress={() => setOpen(true)}>{say('evidence.record')}</Button>
      </div>
    )
  return (
    <section className={styles.recording} aria-label={say('evidence.record')}>
      <SpokenSteps
        spoken={spoken}
        says={says}
        keptSays={(time) => say('evidence.recorded', { time })}
        addressOf={({ media }) => `/media/${media}`}
        leaving={false}
        onThrownAway={() => {}}
        onKept={({ kept }) => onKept(kept)}
        onNot={() => setOpen(false)}
        row={(buttons) => <div className={styles.buttons}>{buttons}</div>}
      />
    </section>
  )
}
