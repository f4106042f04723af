// Another passphrase in the place of the one that opens the archive now.
import { useState } from 'react'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import { NewPassphrase, useNewPassphrase, type WrongAt } from './NewPassphrase.tsx'
import { OpensNow, useOpensNow, type OpensKind } from './OpensNow.tsx'
import styles from './Door.module.css'

interface ChangePassphraseProps {
  /** Which of the ways to open there are. */
  readonly kinds: readonly OpensKind[]
  /** Who has one: whoever opens with something else says whose it is to be. */
  readonly members: readonly { readonly id: string; readonly name: string }[]
  readonly onChanged: () => void
  readonly onNot: () => void
}

export function ChangePassphrase({ kinds, members, onChanged, onNot }: ChangePassphraseProps) {
  const say = useWords()
  const archive = useArchive()
  const now = useOpensNow(kinds)
  const [whose, setWhose] = useState<string | null>(null)
  const asksWhose = now.fields.kind !== 'passphrase' && members.length > 1
  const next = useNewPassphrase()
  const [wrong, setWrong] = useState<{ at: WrongAt; says: string } | null>(null)
  const [changing, setChanging] = useState(false)

  const change = async (): Promise<void> => {
    if (changing) return
    setWrong(null)
    const opensWith = now.hand.read()
    if (opensWith === null) return
    if (asksWhose && whose === null) return setWrong({ at: 'passphrase', says: say('members.whoseNeeded') })
    const read = next.hand.read()
    if ('wrong' in read)
      return setWrong({ at: read.wrong, says: say(read.wrong === 'again' ? 'door.make.notSame' : 'door.make.needed') })
    setChanging(true)
    try {
      const member = asksWhose && whose !== null ? { member: whose } : {}
      await archive.door.changePassphrase({ opensWith, passphrase: read.passphrase, ...member })
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
      {asksWhose && (
        <Answers
          label={say('members.whose')}
          value={whose}
          onChange={setWhose}
          options={members.map(({ id, name }) => ({ id, name: <bdi>{name}</bdi> }))}
        />
      )}
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
