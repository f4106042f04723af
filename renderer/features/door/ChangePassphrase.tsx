// Another passphrase in the place of the one that opens the archive now.
import { useState } from 'react'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import { NewPassphrase, useNewPassphrase, type WrongAt } from './NewPassphrase.tsx'
import { OpensNow, useOpensNow } from './OpensNow.tsx'
import styles from './Door.module.css'

export function ChangePassphrase({ onChanged, onNot }: { onChanged: () => void; onNot: () => void }) {
  const say = useWords()
  const archive = useArchive()
  const now = useOpensNow()
  const next = useNewPassphrase()
  const [wrong, setWrong] = useState<{ at: WrongAt; says: string } | null>(null)
  const [changing, setChanging] = useState(false)

  const change = async (): Promise<void> => {
    if (changing) return
    setWrong(null)
    const opensWith = now.hand.read()
    if (opensWith === null) return
    const read = next.hand.read()
    if ('wrong' in read)
      return setWrong({ at: read.wrong, says: say(read.wrong === 'again' ? 'door.make.notSame' : 'door.make.needed') })
    setChanging(true)
    try {
      await archive.door.changePassphrase({ opensWith, passphrase: read.passphrase })
      for (const { hand } of [now, next]) hand.empty()
      onChanged()
    } catch (thrown) {
      if (!(await now.hand.says(thrown))) setWrong({ at: 'passphrase', says: say.failure(codeOf(thrown)) })
      setChanging(false)
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void change()
      }}
    >
      <h3>{say('door.keys.change')}</h3>
      <OpensNow fields={now.fields} />
      <h4>{say('door.keys.newPassphrase')}</h4>
      <NewPassphrase fields={next.fields} wrongAgain={wrong?.at === 'again' ? wrong.says : null} />
      {wrong?.at === 'passphrase' && (
        <Notice kind="care" said>
          {wrong.says}
        </Notice>
      )}
      {changing && <Progress label={say('door.keys.changing')} value={null} note={say('door.open.openingNote')} />}
      <div className={styles.actions}>
        <Button kind="primary" type="submit" isDisabled={changing}>
          {say('door.keys.changePress')}
        </Button>
        <Button onPress={onNot} isDisabled={changing}>
          {say('door.keys.not')}
        </Button>
      </div>
    </form>
  )
}
