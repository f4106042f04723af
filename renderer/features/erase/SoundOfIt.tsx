// What becomes of the sound of passages: silence in its place, or, where that cannot be made, a question.
import type { SoundChoice } from '../../../shared/contract/erase.ts'
import { Answers } from '../../ui/Answers.tsx'
import { useWords } from '../../words/say.tsx'
import type { What } from './erase-shapes.ts'
import { spokenTime } from '../../app/sound/spoken-time.ts'
import type { Decodable } from '../../app/sound/use-decodable.ts'
import styles from './erase.module.css'

const megabytes = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1_000_000))

interface Props {
  readonly sound: NonNullable<What['sound']>
  readonly decodable: Decodable
  readonly value: SoundChoice | null
  readonly onChange: (chosen: SoundChoice) => void
  readonly isMissing: boolean
}

export function SoundOfIt({ sound, decodable, value, onChange, isMissing }: Props) {
  const say = useWords()
  const { isDecodable, bytes } = decodable
  const { canSilence, toDecode, stretchMs, wholeMs } = sound
  return (
    <section className={styles.part}>
      <h2>{say('erase.sound')}</h2>
      {canSilence && isDecodable === null ? (
        <p>{say('erase.sound.looking')}</p>
      ) : canSilence && isDecodable ? (
        <>
          <p>{say('erase.sound.silence', { length: spokenTime(say, stretchMs, true) })}</p>
          {toDecode.length > 0 && <p>{say('erase.sound.anew', { count: toDecode.length, size: megabytes(bytes) })}</p>}
        </>
      ) : (
        <>
          <p>{say('erase.sound.cannot')}</p>
          <Answers<'recording' | 'stays'>
            label={say('erase.sound.choose')}
            value={value === 'silence' ? null : value}
            onChange={onChange}
            wrong={isMissing ? say('erase.sound.missing') : null}
            options={[
              {
                id: 'recording',
                name: say('erase.sound.recording'),
                note: say('erase.sound.recordingSays', { length: spokenTime(say, wholeMs) }),
              },
              { id: 'stays', name: say('erase.sound.stays'), note: say('erase.sound.staysSays') },
            ]}
          />
        </>
      )}
    </section>
  )
}
