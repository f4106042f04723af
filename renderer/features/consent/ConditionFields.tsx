// The conditions of a yes, closed until somebody wants them; what holds as it stands is said in words all the same.
import { Answers } from '../../ui/Answers.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { voices, type Voice } from '../../../shared/domain/ledger.ts'
import { conditionsInWords } from './conditions-in-words.ts'
import type { Conditions, Limits, Recipient } from './consent-shapes.ts'
import { NamedRecipients } from './NamedRecipients.tsx'
import { UntilDate } from './UntilDate.tsx'
import styles from './consent.module.css'

interface Props {
  readonly value: Conditions
  /** What is new; two fields may say so at once, one of them as it is left. */
  readonly onChange: (part: Partial<Conditions>) => void
  /** An end that she wants, though the day or the number may still be missing. */
  readonly asks: Limits
  readonly onAsks: (asks: Limits) => void
  readonly recipients: readonly Recipient[]
  /** For this use a yes holds only for those she names. */
  readonly mustName: boolean
  /** A name of somebody new stands there that was not added yet. */
  readonly onUnfinished: (isUnfinished: boolean) => void
}

export function ConditionFields({ value, onChange, asks, onAsks, recipients, mustName, onUnfinished }: Props) {
  const say = useWords()
  const who = (
    <NamedRecipients
      chosen={value.recipients}
      onChange={(chosen) => onChange({ recipients: [...chosen] })}
      recipients={recipients}
      // NOTE: the list is asked for again by itself.
      onAdded={() => {}}
      onUnfinished={onUnfinished}
      hint={say(mustName ? 'consent.recipients.needed' : 'consent.recipients.hint')}
    />
  )
  return (
    <div className={styles.stack}>
      {mustName && who}
      <Disclosure title={say('consent.conditions')}>
        <div className={styles.stack}>
          {!mustName && who}
          <TextField
            label={say('consent.nameAs')}
            note={say('consent.nameAs.hint')}
            value={value.nameAs ?? ''}
            onChange={(name) => onChange({ nameAs: name.trim() === '' ? null : name })}
          />
          <Answers
            label={say('consent.voice')}
            value={value.voice}
            onChange={(voice) => onChange({ voice: voice as Voice })}
            options={voices.map((id) => ({ id, name: say(`consent.voice.${id}`) }))}
          />
          <Answers
            label={say('consent.until')}
            value={asks.until ? 'some' : 'none'}
            onChange={(chosen) => {
              onAsks({ ...asks, until: chosen === 'some' })
              onChange({ until: null })
            }}
            options={[
              { id: 'none', name: say('consent.until.none') },
              { id: 'some', name: say('consent.until.some') },
            ]}
          />
          {asks.until && <UntilDate onChange={(until) => onChange({ until })} />}
          <Answers
            label={say('consent.times')}
            value={asks.times ? 'some' : 'none'}
            onChange={(chosen) => {
              onAsks({ ...asks, times: chosen === 'some' })
              onChange({ times: null })
            }}
            options={[
              { id: 'none', name: say('consent.times.none') },
              { id: 'some', name: say('consent.times.some') },
            ]}
          />
          {asks.times && (
            <NumberField
              label={say('consent.times.count')}
              value={value.times ?? Number.NaN}
              minValue={1}
              onChange={(times) => onChange({ times: Number.isInteger(times) ? times : null })}
            />
          )}
          <CheckBox isSelected={value.noCutting} onChange={(noCutting) => onChange({ noCutting })}>
            {say('consent.noCutting')}
          </CheckBox>
        </div>
      </Disclosure>
      <p className={styles.soft}>
        {say('consent.conditions.now', { list: say.list(conditionsInWords(say, value, asks, recipients, mustName)) })}
      </p>
    </div>
  )
}
