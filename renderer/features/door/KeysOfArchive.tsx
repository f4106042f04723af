// What opens the archive, and how to change it: the passphrase and the paper key, one at a time, in place.
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { ChangePassphrase } from './ChangePassphrase.tsx'
import { NewPaperKey } from './NewPaperKey.tsx'
import styles from './Door.module.css'

type State = 'resting' | 'passphrase' | 'paper' | 'changed' | 'made'

export function KeysOfArchive() {
  const say = useWords()
  const [state, setState] = useState<State>('resting')
  return (
    <section className={styles.keys} aria-labelledby="archive-keys">
      <h2 id="archive-keys">{say('door.keys.title')}</h2>
      {state === 'passphrase' && (
        <ChangePassphrase onChanged={() => setState('changed')} onNot={() => setState('resting')} />
      )}
      {state === 'paper' && <NewPaperKey onMade={() => setState('made')} onNot={() => setState('resting')} />}
      {(state === 'changed' || state === 'made') && (
        <Notice said title={say(state === 'changed' ? 'door.keys.changed' : 'door.keys.made')}>
          <p>{say(state === 'changed' ? 'door.keys.changedSays' : 'door.keys.madeSays')}</p>
          <p>{say('door.keys.copies')}</p>
        </Notice>
      )}
      {state !== 'passphrase' && state !== 'paper' && (
        <>
          <p>{say('door.keys.says')}</p>
          <div className={styles.actions}>
            <Button onPress={() => setState('passphrase')}>{say('door.keys.change')}</Button>
            <Button onPress={() => setState('paper')}>{say('door.keys.paper')}</Button>
          </div>
        </>
      )}
    </section>
  )
}
