// A name that was taken out is found in a longer one: who works on it says that this is somebody else.
import { useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { useAnnounce } from '../../app/announce.tsx'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import type { ReasonInWords } from './reasons-in-words.ts'
import styles from './excerpts.module.css'

interface Props {
  readonly testimony: string
  readonly longer: ReasonInWords['longer']
}

export function SomebodyElse({ testimony, longer }: Props) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const tell = async (words: string, other: string): Promise<void> => {
    try {
      await archive.marks.notTheSame({ testimony, words, other })
      announce(say('excerpts.step.somebodyElse.done', { other }))
    } catch (thrown) {
      setFailure(codeOf(thrown))
    }
  }
  return (
    longer.length > 0 && (
      <>
        <p className={styles.soft}>{say('excerpts.step.somebodyElse.hint')}</p>
        {longer.map(({ words, other }) => (
          <Button key={other} small onPress={() => void tell(words, other)}>
            {say('excerpts.step.somebodyElse', { other })}
          </Button>
        ))}
        {failure !== null && <p role="alert">{say.failure(failure)}</p>}
      </>
    )
  )
}
