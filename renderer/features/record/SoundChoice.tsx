// The sound, before anything is recorded: which microphone, whether it is heard, how many voices, how it is kept.
import { useEffect, useState } from 'react'
import { chooseSound, useChosenSound } from '../../app/take/chosen-sound.ts'
import { MicrophoneField } from '../../recorder/MicrophoneChoice.tsx'
import { canMakeOpus } from '../../recorder/sound/opus-seconds.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { Level } from './Level.tsx'
import { useSoundCheck } from './use-sound-check.ts'
import type { DraftProps } from './WhichStory.tsx'
import styles from './record.module.css'

/** Megabytes of an hour, by how many voices. */
const hourOf = { pcm: 346, opus: 18 } as const

export function SoundChoice({ draft, onChange }: DraftProps) {
  const say = useWords()
  const { microphone } = useChosenSound()
  const check = useSoundCheck(microphone, draft.channels)
  const [canBeSmall, setCanBeSmall] = useState(false)
  useEffect(() => {
    let isOver = false
    void canMakeOpus(draft.channels).then((can) => {
      if (!isOver) setCanBeSmall(can)
    })
    return () => {
      isOver = true
    }
  }, [draft.channels])
  return (
    <div className={styles.fields}>
      <MicrophoneField value={microphone} onChange={(id) => chooseSound({ microphone: id })} asked={check.state} />
      <p className={styles.soft}>{say('record.check.says')}</p>
      <div className={styles.buttons}>
        {check.state === 'off' ? (
          <Button onPress={check.begin}>{say('record.check')}</Button>
        ) : (
          <Button onPress={check.end}>{say('record.check.stop')}</Button>
        )}
      </div>
      {check.state === 'asking' && <p role="status">{say('record.check.asking')}</p>}
      {check.state === 'on' && <Level level={check.level} peak={check.peak} />}
      {check.why !== null && (
        <Notice kind="care" said>
          {say(`record.check.${check.why}`)}
        </Notice>
      )}
      {check.failure !== null && (
        <Notice kind="care" said>
          {say.failure(check.failure)}
        </Notice>
      )}
      <Answers
        label={say('record.voices')}
        value={String(draft.channels) as '1' | '2'}
        onChange={(channels) => onChange({ channels: channels === '2' ? 2 : 1 })}
        options={[
          { id: '1', name: say('record.voices.1') },
          { id: '2', name: say('record.voices.2'), note: say('record.voices.2.note') },
        ]}
      />
      <Answers
        label={say('record.codec')}
        value={draft.codec}
        onChange={(codec) => onChange({ codec })}
        options={(['pcm', ...(canBeSmall ? (['opus'] as const) : [])] as const).map((id) => ({
          id,
          name: say(`record.codec.${id}`),
          note: say(`record.codec.${id}.note`, { size: hourOf[id] * draft.channels }),
        }))}
      />
    </div>
  )
}
