// The only recipients that a yes holds for, ticked one by one; somebody new can be added here.
import { useState } from 'react'
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
  /**
   * Whom her answers name already: they alone are listed. Whom others named is not hers to read; somebody is found by the
   * whole name. All are listed where this is left out.
   */
  readonly namedBefore?: ReadonlySet<string>
  readonly hint: string
  /** Somebody new was added, and chosen with it; null where nobody can be. */
  readonly onAdded: ((added: Recipient) => void) | null
  /** A name stands there that was not added yet. */
  readonly onUnfinished: (isUnfinished: boolean) => void
}

export function NamedRecipients({ chosen, onChange, recipients, namedBefore, hint, onAdded, onUnfinished }: Props) {
  const say = useWords()
  const [namedNow, setNamedNow] = useState<ReadonlySet<string>>(() => new Set(chosen))
  const isListed = ({ id }: Recipient): boolean =>
    namedBefore === undefined || namedBefore.has(id) || namedNow.has(id) || chosen.includes(id)
  return (
    <fieldset className={styles.fields}>
      <legend>{say('consent.recipients')}</legend>
      <p className={styles.soft}>{hint}</p>
      {recipients.filter(isListed).map(({ id, name }) => (
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
            known={recipients.filter((one) => !isListed(one))}
            onAdded={(added) => {
              setNamedNow((before) => new Set([...before, added.id]))
              onAdded(added)
              onChange([...chosen, added.id])
            }}
          />
        </Disclosure>
      )}
    </fieldset>
  )
}
