// What an excerpt is for, and who gets it: somebody known, or somebody new.
import { useState } from 'react'
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import { NewRecipient } from '../../app/NewRecipient.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { useWords } from '../../words/say.tsx'
import type { Recipient } from './excerpt-shapes.ts'
import styles from './excerpts.module.css'
import { useUses } from '../../app/uses.tsx'

const somebodyNew = 'new'

interface Props {
  readonly use: UseName | null
  readonly onUse: (use: UseName) => void
  /** Id. */
  readonly recipient: string | null
  readonly onRecipient: (recipient: string) => void
  /** Whom excerpts can be given to. */
  readonly recipients: readonly Recipient[]
  /** Somebody is among them now who was not. */
  readonly onAdded: () => void
  readonly isDisabled: boolean
}

export function UseAndRecipient({ use, onUse, recipient, onRecipient, recipients, onAdded, isDisabled }: Props) {
  const say = useWords()
  const { asked, nameOf } = useUses()
  const choices = asked.map(({ use: id, name }) => ({ id, name }))
  // One that is not asked about any more stays what this excerpt is for.
  if (use !== null && !choices.some(({ id }) => id === use)) choices.push({ id: use, name: nameOf(use) })
  const [isNew, setNew] = useState(false)
  return (
    <>
      <Choice
        label={say('excerpts.begin.use')}
        placeholder={say('excerpts.begin.choose')}
        value={use}
        onChange={onUse}
        options={choices}
        isDisabled={isDisabled}
      />
      <Choice
        label={say('excerpts.begin.recipient')}
        placeholder={say('excerpts.begin.choose')}
        value={isNew ? somebodyNew : recipient}
        onChange={(id) => {
          setNew(id === somebodyNew)
          if (id !== somebodyNew) onRecipient(id)
        }}
        options={[
          ...recipients.map(({ id, name }) => ({ id, name })),
          { id: somebodyNew, name: say('excerpts.begin.someoneNew') },
        ]}
        isDisabled={isDisabled}
      />
      {isNew && (
        <div className={styles.inset}>
          <NewRecipient
            onAdded={({ id }) => {
              onAdded()
              setNew(false)
              onRecipient(id)
            }}
          />
        </div>
      )}
    </>
  )
}
