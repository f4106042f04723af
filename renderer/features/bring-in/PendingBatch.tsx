// Says, outside the room, that something is still being brought in, and leads back to it.
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './PendingBatch.module.css'
import { useBatch } from './use-batch.ts'

export function PendingBatch({ onGo }: { onGo: () => void }) {
  const say = useWords()
  const { state } = useBatch()
  if (state.step === 'choosing' || state.step === 'kept') return null
  const words =
    state.step === 'keeping'
      ? say('bringIn.waiting.keeping')
      : state.step === 'looking'
        ? say('bringIn.waiting', { count: state.items.length })
        : say('bringIn.waiting.sending')
  return (
    <div className={styles.pending}>
      <Notice
        action={
          <Button small onPress={onGo}>
            {say('bringIn.waiting.go')}
          </Button>
        }
      >
        {words}
      </Notice>
    </div>
  )
}
