// The end of a small form: the button that keeps it, and what came of it.
import type { Doing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './AboutSheet.module.css'

export function KeepRow({ doing, name, isDisabled = false }: { doing: Doing; name: string; isDisabled?: boolean }) {
  const say = useWords()
  return (
    <>
      {doing.failure !== null && (
        <Notice kind="care" said>
          {say.failure(doing.failure)}
        </Notice>
      )}
      <div className={styles.keep}>
        <Button type="submit" isDisabled={isDisabled || doing.busy}>
          {name}
        </Button>
        {doing.done && <span className={styles.soft}>{say('story.kept')}</span>}
      </div>
    </>
  )
}
