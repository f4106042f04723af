// The only recipients that a yes holds for, ticked one by one; somebody new can be added here.
import { CheckBox } from '../../ui/CheckBox.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { NewRecipient } from '../../app/NewRecipient.tsx'
import { useWords } from '../../words/say.tsx'
import type { Recipient } from './consent-shapes.ts'
import styles from './consent.module.css'

interface Props {
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  readonly recipients: readonly Recipient[]
  readonly hint: string
  /** Somebody new was added, and chosen with it; null where nobody can be. */
  readonly onAdded: ((added: Recipient) => void) | null
  /** A name stands there that was not added yet. */
  readonly onUnfinished: (isUnfinished: boolean) => void
}

export function NamedRecipients({ chosen, onChange, recipients, hint, onAdded, onUnfinished }: Props) {
  const say = useWords()
  return (
    <fieldset className={styles.fields}>
      <legend>{say('consent.recipients')}</legend>
      <p className={styles.soft}>{hint}</p>
      {recipients.map(({ id, name }) => (
        <CheckBox
          key={id}
          isSelected={chosen.includes(id)}
          onChange={(isIn) => onChange(isIn ? [...chosen, id] : chosen.filter((other) => other !== id))}
        >
          {name}
        </CheckBox>
      ))}
      {onAdded !== null && (
        <Disclosure title={say('excerpts.begin.someoneNew')}>
          <NewRecipient
            onUnfinished={onUnfinished}
            onAdded={(added) => {
              onAdded(added)
              onChange([...chosen, added.id])
            }}
          />
        </Disclosure>
      )}
    </fieldset>
  )
}
