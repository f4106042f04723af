// Where, while it was recorded, it was marked that she says she agrees: offered as a stretch that can be heard.
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { useAnswer } from '../archive.tsx'
import styles from '../EvidenceFields.module.css'

interface OfferedMarksProps {
  readonly recording: string
  readonly onTake: (startMs: number, endMs: number) => void
}

export function OfferedMarks({ recording, onTake }: OfferedMarksProps) {
  const say = useWords()
  const { value } = useAnswer(
    [],
    async (archive, signal) => (await archive.recording.about({ recording }, signal)).marks,
    [recording],
  )
  const agreed = (value ?? []).flatMap(({ kind, atMs, endMs }) =>
    kind === 'consent' && endMs !== null && endMs > atMs ? [{ atMs, endMs }] : [],
  )
  if (agreed.length === 0) return null
  return (
    <div>
      <p>{say('record.offered.says')}</p>
      <div className={styles.buttons}>
        {agreed.map(({ atMs, endMs }) => (
          <Button key={atMs} onPress={() => onTake(Math.round(atMs), Math.round(endMs))}>
            {say('record.offered.take', { start: say.time(atMs), end: say.time(endMs) })}
          </Button>
        ))}
      </div>
    </div>
  )
}
