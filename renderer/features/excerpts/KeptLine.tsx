// Says when the excerpt was last kept; loudly when it was not.
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { KeptState } from './use-draft.ts'
import styles from './excerpts.module.css'

export function KeptLine({ kept, onAgain }: { kept: KeptState; onAgain: () => void }) {
  const say = useWords()
  const { isKept, at, failure } = kept
  if (failure !== null) {
    return (
      <Notice
        kind="care"
        said
        title={say('excerpts.notKept')}
        action={<Button onPress={onAgain}>{say('excerpts.tryAgain')}</Button>}
      >
        {say.failure(failure)}
      </Notice>
    )
  }
  if (!isKept) return <p className={styles.kept}>{say('excerpts.keeping')}</p>
  if (at === null) return null
  const clock = new Intl.DateTimeFormat(say.locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return <p className={styles.kept}>{say('excerpts.kept', { time: clock.format(new Date(at)) })}</p>
}
