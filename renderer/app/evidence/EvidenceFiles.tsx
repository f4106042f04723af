// Files of evidence, to be heard or looked at inside the program and nowhere else.
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import type { EvidenceFile } from './evidence-draft.ts'
import { useKeptFiles } from './evidence-files.ts'
import { PaperPages } from './PaperPages.tsx'
import styles from '../EvidenceFields.module.css'

interface Props {
  readonly testimony: string
  readonly files: readonly EvidenceFile[]
  readonly onRemove?: (file: EvidenceFile) => void
}

export function EvidenceFiles({ testimony, files, onRemove }: Props) {
  const say = useWords()
  const known = useKeptFiles(
    testimony,
    files.map(({ id }) => id),
  )
  if (files.length === 0 || known === undefined) return null
  return (
    <ul className={styles.files}>
      {files.map((file, at) => {
        const kept = known.get(file.id)
        return (
          <li key={file.id}>
            {kept === undefined ? (
              <p>{say('evidence.file.missing')}</p>
            ) : kept.type.startsWith('image/') ? (
              <img
                className={styles.paper}
                src={`/media/${kept.media}`}
                alt={say('evidence.file.picture', { number: at + 1 })}
              />
            ) : kept.type.startsWith('audio/') ? (
              <audio
                controls
                controlsList="nodownload noplaybackrate noremoteplayback"
                preload="none"
                src={`/media/${kept.media}`}
                className={styles.audio}
                aria-label={say('evidence.file.sound')}
              />
            ) : (
              <PaperPages address={`/media/${kept.media}`} size={kept.size} number={at + 1} />
            )}
            {onRemove !== undefined && (
              <Button
                small
                aria-label={say('evidence.file.removeNamed', { number: at + 1 })}
                onPress={() => onRemove(file)}
              >
                {say('evidence.file.remove')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
