// A paper of her own: what it is for is said first, she types her passphrase, and it counts once some of it is typed back.
import { useState } from 'react'
import { NotYet } from '../../../features/door/NotYet.tsx'
import type { PaperKey } from '../../../features/door/paper-key.ts'
import { ShownThenTypedBack } from '../../../features/door/ShownThenTypedBack.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import { useArchive } from '../../archive.tsx'
import { TypedPassphraseField } from './TypedPassphraseField.tsx'
import { useTypedPassphrase } from './use-typed-passphrase.ts'
import styles from './HerRooms.module.css'

interface HerPaperProps {
  /** `first`: she has just set her passphrase. `another`: she has a paper, which this one replaces. */
  readonly as: 'first' | 'later' | 'another'
  readonly onDone: () => void
  readonly onLeave: () => void
}

export function HerPaper({ as, onDone, onLeave }: HerPaperProps) {
  const say = useWords()
  const archive = useArchive()
  const typed = useTypedPassphrase({ needed: say('her.passphrase.needed'), wrong: say('her.passphrase.wrong') })
  const [paper, setPaper] = useState<PaperKey | null>(null)

  if (paper === null)
    return (
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          typed.use(
            async (passphrase) => setPaper(await archive.herSession.beginPaper({ passphrase, language: say.locale })),
            () => {},
          )
        }}
      >
        <h3>{say(as === 'another' ? 'her.paper.another' : 'her.paper.make')}</h3>
        <Notice kind="care">
          <p>{say('her.paper.does')}</p>
          <p>{say('her.paper.holds')}</p>
          <p>{say(as === 'another' ? 'her.paper.replaces' : 'her.paper.without')}</p>
        </Notice>
        <TypedPassphraseField label={say('her.paper.passphrase')} typed={typed} />
        <div className={styles.row}>
          <Button kind="primary" type="submit" isDisabled={typed.busy}>
            {say('her.paper.show')}
          </Button>
          <Button onPress={onLeave} isDisabled={typed.busy}>
            {say(as === 'first' ? 'her.paper.skip' : 'her.change.leave')}
          </Button>
        </div>
      </form>
    )
  return (
    <div className={styles.form}>
      <ShownThenTypedBack
        heading="h3"
        paperKey={paper}
        ofHers={{
          title: say('her.paper.title'),
          says: say('her.paper.says'),
          keep: say('her.paper.keep'),
          sheet: say('her.paper.sheet'),
          sheetSays: say('her.paper.sheetSays'),
          words: say('her.paper.words'),
        }}
        confirm={(words) => archive.herSession.confirmPaper({ words })}
        onGone={onLeave}
        onRight={onDone}
      >
        <NotYet
          title={say('her.paper.notYet')}
          ifClosed={say('her.paper.ifClosed')}
          leave={say(as === 'another' ? 'her.paper.keepOld' : 'her.paper.skip')}
          onLeave={onLeave}
        />
      </ShownThenTypedBack>
    </div>
  )
}
