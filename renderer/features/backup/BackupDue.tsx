// One line on the shelf when there is work that no backup holds. It can be put off, and is never over a story.
import { useAnswer, useArchive } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './backup.module.css'

export function BackupDue({ onGo }: { onGo: () => void }) {
  const say = useWords()
  const archive = useArchive()
  const { value: state } = useAnswer(['backup', 'shelf'], (client, signal) => client.backup.state({}, signal), [], {
    keepOld: true,
  })
  if (state?.due !== true) return null
  return (
    <section className={styles.due} aria-label={say('backup.title')}>
      <p>{say(state.last === null ? 'backup.dueNever' : 'backup.due')}</p>
      <Button small onPress={onGo}>
        {say('backup.due.go')}
      </Button>
      <Button small kind="quiet" onPress={() => void archive.backup.putOff({}).catch(() => undefined)}>
        {say('backup.due.later')}
      </Button>
    </section>
  )
}
