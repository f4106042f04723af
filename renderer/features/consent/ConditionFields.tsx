// The conditions of a yes, closed until somebody wants them; what holds as it stands is said in words all the same.
import { Answers } from '../../ui/Answers.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { voices, type Voice } from '../../../shared/domain/ledger.ts'
import { conditionsInWords } from './conditions-in-words.ts'
import type { Conditions, Recipient } from './consent-shapes.ts'
import { NamedRecipients } from './NamedRecipients.tsx'
import { inOneYear, UntilDate } from './UntilDate.tsx'
import styles from './consent.module.css'

interface Props {
  readonly value: Conditions
  readonly onChange: (value: Conditions) => void
  readonly recipients: readonly Recipient[]
  /** For this use a yes holds only for those she names. */
  readonly mustName: boolean
}

export function ConditionFields({ value, onChange, recipients, mustName }: Props) {
  const say = useWords()
  const change = (part: Partial<Conditions>): void => onChange({ ...value, ...part })
  const who = (
    <NamedRecipients
      chosen={value.recipients}
      onChange={(chosen) => change({ recipients: [...chosen] })}
      recipients={recipients}
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
            onChange={(name) => change({ nameAs: name.trim() === '' ? null : name })}
          />
          <Answers
            label={say('consent.voice')}
            value={value.voice}
            onChange={(voice) => change({ voice: voice as Voice })}
            options={voices.map((id) => ({ id, name: say(`consent.voice.${id}`) }))}
          />
          <Answers
            label={say('consent.until')}
            value={value.until === null ? 'none' : 'some'}
            onChange={(chosen) => change({ until: chosen === 'none' ? null : inOneYear() })}
            options={[
              { id: 'none', name: say('consent.until.none') },
              { id: 'some', name: say('consent.until.some') },
            ]}
          />
          {value.until !== null && <UntilDate value={value.until} onChange={(until) => change({ until })} />}
          <Answers
            label={say('consent.times')}
            value={value.times === null ? 'none' : 'some'}
            onChange={(chosen) => change({ times: chosen === 'none' ? null : 1 })}
            options={[
              { id: 'none', name: say('consent.times.none') },
              { id: 'some', name: say('consent.times.some') },
            ]}
          />
          {value.times !== null && (
            <NumberField
              label={say('consent.times.count')}
              value={value.times}
              minValue={1}
              onChange={(times) => change({ times })}
            />
          )}
          <CheckBox isSelected={value.noCutting} onChange={(noCutting) => change({ noCutting })}>
            {say('consent.noCutting')}
          </CheckBox>
        </div>
      </Disclosure>
      <p className={styles.soft}>
        {say('consent.conditions.now', { list: say.list(conditionsInWords(say, value, recipients, mustName)) })}
      </p>
    </div>
  )
}
