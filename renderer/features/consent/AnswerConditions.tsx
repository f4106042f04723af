// The conditions of an answer that an archivist writes down: for whom, what else, and what holds as it stands, in words.
import type { ReactNode } from 'react'
import { useWords } from '../../words/say.tsx'
import { ConditionFields } from './ConditionFields.tsx'
import { conditionsInWords } from './conditions-in-words.ts'
import type { Conditions, Limits, Recipient } from './consent-shapes.ts'
import { NamedRecipients } from './NamedRecipients.tsx'
import styles from './consent.module.css'

interface Props {
  readonly value: Conditions
  /** What is new; two fields may say so at once, one of them as it is left. */
  readonly onChange: (part: Partial<Conditions>) => void
  /** An end that she wants, though the day or the number may still be missing. */
  readonly asks: Limits
  readonly onAsks: (asks: Limits) => void
  readonly recipients: readonly Recipient[]
  readonly namedBefore: ReadonlySet<string>
  /** For this use a yes holds only for those she names. */
  readonly mustName: boolean
  /** A name of somebody new stands there that was not added yet. */
  readonly onUnfinished: (isUnfinished: boolean) => void
  readonly besideName: ReactNode
}

export function AnswerConditions(props: Props) {
  const { value, onChange, asks, onAsks, recipients, namedBefore, mustName, onUnfinished, besideName } = props
  const say = useWords()
  const who = (
    <NamedRecipients
      chosen={value.recipients}
      onChange={(chosen) => onChange({ recipients: [...chosen] })}
      recipients={recipients}
      namedBefore={namedBefore}
      // NOTE: the list is asked for again by itself.
      onAdded={() => {}}
      onUnfinished={onUnfinished}
      hint={say(mustName ? 'consent.recipients.needed' : 'consent.recipients.hint')}
    />
  )
  return (
    <div className={styles.stack}>
      {mustName && who}
      <ConditionFields
        speaksTo="archivist"
        value={value}
        onChange={onChange}
        asks={asks}
        onAsks={onAsks}
        who={mustName ? null : who}
        besideName={besideName}
      />
      <p className={styles.soft}>
        {say('consent.conditions.now', { list: say.list(conditionsInWords(say, value, asks, recipients, mustName)) })}
      </p>
    </div>
  )
}
