// An archivist more. She types her passphrase herself; whoever is here already shows that the archive opens.
import { useRef, useState } from 'react'
import { NewPassphrase, useNewPassphrase, type WrongAt } from '../../../features/door/NewPassphrase.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useWords } from '../../../words/say.tsx'
import { useArchive } from '../../archive.tsx'
import { kindsOf, WithProof, type Members } from './WithProof.tsx'

interface AddMemberProps {
  readonly members: Members
  readonly onAdded: (name: string) => void
  readonly onNot: () => void
}

export function AddMember({ members, onAdded, onNot }: AddMemberProps) {
  const say = useWords()
  const archive = useArchive()
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [missing, setMissing] = useState<WrongAt | 'name' | null>(null)
  const next = useNewPassphrase()

  const isReady = (): boolean => {
    if (name.trim() === '') {
      setMissing('name')
      field.current?.focus()
      return false
    }
    const read = next.hand.read()
    setMissing('wrong' in read ? read.wrong : null)
    return !('wrong' in read)
  }

  return (
    <WithProof
      title={say('members.add')}
      kinds={kindsOf(members)}
      before={
        <>
          <p>{say('members.add.says')}</p>
          <h4>{say('members.add.yours')}</h4>
        </>
      }
      press={say('members.add.press')}
      busy={say('members.add.adding')}
      isReady={isReady}
      run={async (opensWith) => {
        const read = next.hand.read()
        if ('wrong' in read) return
        await archive.members.add({ opensWith, name: name.trim(), passphrase: read.passphrase })
        next.hand.empty()
        onAdded(name.trim())
      }}
      onNot={onNot}
    >
      <h4>{say('members.add.hers')}</h4>
      <TextField
        label={say('members.add.name')}
        note={say('members.add.nameNote')}
        wrong={missing === 'name' ? say('members.add.nameNeeded') : null}
        value={name}
        onChange={setName}
        inputRef={field}
        autoComplete="off"
        maxLength={60}
      />
      <NewPassphrase fields={next.fields} wrongAgain={missing === 'again' ? say('door.make.notSame') : null} />
      {missing === 'passphrase' && (
        <Notice kind="care" said>
          {say('door.make.needed')}
        </Notice>
      )}
    </WithProof>
  )
}
