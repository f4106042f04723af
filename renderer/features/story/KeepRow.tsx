// The end of a small form: the button that keeps it, and what came of it.
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './AboutSheet.module.css'
import type { Keeping } from './use-keeping.ts'

export function KeepRow({
  keeping,
  name,
  isDisabled = false,
}: {
  keeping: Keeping
  name: string
  isDisabled?: boolean
}) {
  const say = useWords()
  return (
    <>
      {keeping.failure !== null && (
        <Notice kind="care" said>
          {say.failure(keeping.failure)}
        </Notice>
      )}
      <div className={styles.keep}>
        <Button type="submit" isDisabled={isDisabled || keeping.busy}>
          {name}
        </Button>
        {keeping.kept && <span className={styles.soft}>{say('story.kept')}</span>}
      </div>
    </>
  )
}
