// With what sound an excerpt goes: whether, in which format, as how many files, its loudness evened or not.
import { soundFileChoices, soundFormats } from '../../../shared/domain/sound/sound-as.ts'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { useWords } from '../../words/say.tsx'
import type { Draft } from './excerpt-shapes.ts'
import styles from './excerpts.module.css'

interface Props {
  readonly draft: Draft
  readonly hasSound: boolean
  readonly isDisabled: boolean
  readonly onChange: (part: Partial<Draft>) => void
}

export function SoundTerms({ draft, hasSound, isDisabled, onChange }: Props) {
  const say = useWords()
  const { withSound, soundAs } = draft
  if (!hasSound) return <p className={styles.soft}>{say('excerpts.terms.sound.noneHere')}</p>
  return (
    <>
      <CheckBox isSelected={withSound} isDisabled={isDisabled} onChange={(wanted) => onChange({ withSound: wanted })}>
        {say('excerpts.terms.sound')}
      </CheckBox>
      <p className={styles.soft}>{say('excerpts.terms.sound.hint')}</p>
      {withSound && (
        <>
          <Choice
            label={say('soundOut.format')}
            value={soundAs.format}
            options={soundFormats.map((id) => ({ id, name: say(`soundOut.format.${id}`) }))}
            isDisabled={isDisabled}
            onChange={(format) => onChange({ soundAs: { ...soundAs, format } })}
          />
          <Choice
            label={say('soundOut.files')}
            value={soundAs.files}
            options={soundFileChoices.map((id) => ({ id, name: say(`soundOut.files.${id}`) }))}
            isDisabled={isDisabled}
            onChange={(files) => onChange({ soundAs: { ...soundAs, files } })}
          />
          <p className={styles.soft}>{say('soundOut.checked')}</p>
          {soundAs.files === 'one' && <p className={styles.soft}>{say('soundOut.gaps')}</p>}
          <div className={styles.whole}>
            <CheckBox
              isSelected={soundAs.evened}
              isDisabled={isDisabled}
              onChange={(evened) => onChange({ soundAs: { ...soundAs, evened } })}
            >
              {say('soundOut.even')}
            </CheckBox>
          </div>
          <p className={styles.soft}>{say('soundOut.even.hint')}</p>
        </>
      )}
    </>
  )
}
