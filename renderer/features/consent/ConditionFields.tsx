// The fields for the conditions of a yes, closed until somebody wants them. Her sentences differ from the archivist's,
// the fields do not.
import type { ReactNode } from 'react'
import { voices, type Voice } from '../../../shared/domain/consent/ledger.ts'
import { Answers } from '../../ui/Answers.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import type { Conditions, Limits } from './consent-shapes.ts'
import { UntilDate } from './UntilDate.tsx'
import styles from './consent.module.css'

/** What is said in one way about her and in another way to her. */
const sentences = {
  archivist: {
    title: 'consent.conditions',
    nameAs: 'consent.nameAs',
    nameAsNote: 'consent.nameAs.hint',
    voice: 'consent.voice',
    event: 'consent.event.what',
    eventNote: 'consent.event.note',
  },
  narrator: {
    title: 'her.conditions',
    nameAs: 'her.conditions.nameAs',
    nameAsNote: 'her.conditions.nameAs.note',
    voice: 'her.conditions.voice',
    event: 'her.conditions.event',
    eventNote: 'her.conditions.event.note',
  },
} as const

interface Props {
  /** Whom the sentences speak to. */
  readonly speaksTo: keyof typeof sentences
  readonly value: Conditions
  /** What is new; two fields may say so at once, one of them as it is left. */
  readonly onChange: (part: Partial<Conditions>) => void
  /** An end that she wants, though the day or the number may still be missing. */
  readonly asks: Limits
  readonly onAsks: (asks: Limits) => void
  /** For whom it holds, where it may be said but need not. */
  readonly who: ReactNode
  /** What is to be known of the name that is given, beside it. */
  readonly besideName: ReactNode
}

export function ConditionFields({ speaksTo, value, onChange, asks, onAsks, who, besideName }: Props) {
  const say = useWords()
  const ids = sentences[speaksTo]
  return (
    <Disclosure title={say(ids.title)}>
      <div className={styles.conditions} data-speaks-to={speaksTo}>
        {who}
        <TextField
          label={say(ids.nameAs)}
          note={say(ids.nameAsNote)}
          value={value.nameAs ?? ''}
          dir="auto"
          onChange={(name) => onChange({ nameAs: name.trim() === '' ? null : name })}
        />
        {besideName}
        <Answers<Voice>
          label={say(ids.voice)}
          value={value.voice}
          onChange={(voice) => onChange({ voice })}
          options={voices.map((id) => ({ id, name: say(`${ids.voice}.${id}`) }))}
        />
        <Answers<'none' | 'some'>
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
        {asks.until && <UntilDate value={value.until} onChange={(until) => onChange({ until })} />}
        <Answers<'none' | 'some'>
          label={say('consent.event')}
          value={asks.event ? 'some' : 'none'}
          onChange={(chosen) => {
            onAsks({ ...asks, event: chosen === 'some' })
            onChange({ untilEvent: undefined })
          }}
          options={[
            { id: 'none', name: say('consent.event.none') },
            { id: 'some', name: say('consent.event.some') },
          ]}
        />
        {asks.event && (
          <TextField
            label={say(ids.event)}
            note={say(ids.eventNote)}
            value={value.untilEvent ?? ''}
            dir="auto"
            maxLength={2_000}
            onChange={(words) => onChange({ untilEvent: words === '' ? undefined : words })}
          />
        )}
        <Answers<'none' | 'some'>
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
  )
}
