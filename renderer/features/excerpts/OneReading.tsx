// One passage read by somebody else: what is to be read, the ways to have it read, and then what was read.
import { useState } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { VoiceOfNarrator } from '../../ui/Voices.tsx'
import { useWords } from '../../words/say.tsx'
import { KeptReading } from './KeptReading.tsx'
import { MachineReads } from './MachineReads.tsx'
import { PersonReads } from './PersonReads.tsx'
import type { ToBeRead } from './reading-shapes.ts'
import styles from './reading.module.css'

interface Props {
  readonly excerpt: string
  readonly one: ToBeRead
  readonly number: number
  readonly onClose: () => void
}

export function OneReading({ excerpt, one, number, onClose }: Props) {
  const say = useWords()
  const [reader, setReader] = useState('')
  const { passage, words, language, direction, reading } = one
  const where = { excerpt, passage }
  return (
    <Dialog title={`${say('reading.title')}: ${say('reading.passage', { number })}`} isOpen onClose={onClose} wide>
      <div className={styles.dialog}>
        <p className={styles.soft}>{say('reading.toRead')}</p>
        <VoiceOfNarrator lang={language} dir={direction} className={styles.words ?? ''} tabIndex={0}>
          {words}
        </VoiceOfNarrator>
        {reading?.fits === true ? (
          <KeptReading key={reading.id} excerpt={excerpt} reading={reading} onUsed={onClose} />
        ) : (
          <div className={styles.ways}>
            {reading !== null && <Notice kind="care">{say('reading.changed')}</Notice>}
            <TextField
              label={say('reading.reader')}
              note={say('reading.reader.note')}
              value={reader}
              maxLength={200}
              dir="auto"
              onChange={setReader}
            />
            <PersonReads where={where} reader={reader} />
            <MachineReads where={where} language={language} />
          </div>
        )}
      </div>
    </Dialog>
  )
}
