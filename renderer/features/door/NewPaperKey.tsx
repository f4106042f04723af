// Another paper key: shown to whoever can open the archive, and counting from the moment some of it is typed back.
import { useState } from 'react'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import { NotYet } from './NotYet.tsx'
import { OpensNow, useOpensNow, type OpensKind } from './OpensNow.tsx'
import type { PaperKey } from './paper-key.ts'
import { ShownThenTypedBack } from './ShownThenTypedBack.tsx'
import styles from './Door.module.css'

interface NewPaperKeyProps {
  /** Which of the ways to open there are. */
  readonly kinds: readonly OpensKind[]
  readonly onMade: () => void
  readonly onNot: () => void
}

export function NewPaperKey({ kinds, onMade, onNot }: NewPaperKeyProps) {
  const say = useWords()
  const archive = useArchive()
  const now = useOpensNow(kinds)
  const [wrong, setWrong] = useState<string | null>(null)
  const [making, setMaking] = useState(false)
  const [paperKey, setPaperKey] = useState<PaperKey | null>(null)

  const begin = async (): Promise<void> => {
    const opensWith = now.hand.read()
    if (opensWith === null || making) return
    setMaking(true)
    setWrong(null)
    try {
      const begun = await archive.door.beginNewPaperKey({ opensWith, language: say.locale })
      now.hand.empty()
      setPaperKey(begun)
    } catch (thrown) {
      if (!(await now.hand.says(thrown))) setWrong(say.failure(codeOf(thrown)))
    }
    setMaking(false)
  }

  if (paperKey === null)
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void begin()
        }}
      >
        <h3>{say('door.keys.paper')}</h3>
        <OpensNow fields={now.fields} />
        {wrong !== null && (
          <Notice kind="care" said>
            {wrong}
          </Notice>
        )}
        {making && <Progress label={say('door.keys.comparing')} value={null} note={say('door.open.openingNote')} />}
        <div className={styles.actions}>
          <Button kind="primary" type="submit" isDisabled={making}>
            {say('door.keys.paperPress')}
          </Button>
          <Button onPress={onNot} isDisabled={making}>
            {say('door.keys.not')}
          </Button>
        </div>
      </form>
    )
  return (
    <ShownThenTypedBack
      heading="h3"
      paperKey={paperKey}
      confirm={(words) => archive.door.confirmNewPaperKey({ words })}
      onGone={onNot}
      onRight={onMade}
    >
      <NotYet
        title={say('door.keys.notYet')}
        ifClosed={say('door.keys.ifClosed')}
        leave={say('door.keys.keepOld')}
        onLeave={onNot}
      />
    </ShownThenTypedBack>
  )
}
