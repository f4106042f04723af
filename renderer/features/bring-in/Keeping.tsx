// While stories are being kept: how far it is, how long it takes, and a stop after the one at hand.
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import type { BatchState } from './batch-state.ts'
import type { BatchWork } from './batch-work.ts'
import styles from './BringIn.module.css'
import { timeLeft } from './time-left.ts'

export function Keeping({ work, state: { going, lines, stopping } }: { work: BatchWork; state: BatchState }) {
  const say = useWords()
  if (going === null) return null
  return (
    <div className={styles.narrow}>
      <Progress
        label={say('bringIn.keeping')}
        value={going.share}
        note={say('bringIn.keeping.note', {
          done: say.number(going.done),
          total: say.number(going.total),
          left: timeLeft(say, going, performance.now()),
        })}
      />
      <p>
        <bdi>{lines.at(-1)?.name}</bdi>
      </p>
      <Button onPress={() => work.stopKeeping()} isDisabled={stopping}>
        {say('bringIn.stop')}
      </Button>
      {stopping && <p role="status">{say('bringIn.stopping')}</p>}
    </div>
  )
}
