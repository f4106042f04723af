// The conditions of her yes, in words that speak to her. What holds if she touches nothing is said beside each.
import type { ReactNode } from 'react'
import { voices } from '../../../../shared/domain/ledger.ts'
import type { Conditions, Limits } from '../../../features/consent/consent-shapes.ts'
import { UntilDate } from '../../../features/consent/UntilDate.tsx'
import { Answers } from '../../../ui/Answers.tsx'
import { CheckBox } from '../../../ui/CheckBox.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useWords } from '../../../words/say.tsx'
import styles from './HerRooms.module.css'

type Voice = (typeof voices)[number]

interface HerConditionsProps {
  readonly value: Conditions
  /** What is new; two fields may say so at once, one of them as it is left. */
  readonly onChange: (part: Partial<Conditions>) => void
  /** An end that she wants, though the day or the number may still be missing. */
  readonly asks: Limits
  readonly onAsks: (asks: Limits) => void
  /** For whom it holds, where she may say so but need not. */
  readonly who: ReactNode
}

export function HerConditions({ value, onChange: change, asks, onAsks, who }: HerConditionsProps) {
  const say = useWords()
  return (
    <Disclosure title={say('her.conditions')}>
      <div className={styles.form}>
        {who}
        <TextField
          label={say('her.conditions.nameAs')}
          note={say('her.conditions.nameAs.note')}
          value={value.nameAs ?? ''}
          dir="auto"
          onChange={(name) => change({ nameAs: name.trim() === '' ? null : name })}
        />
        <Answers<Voice>
          label={say('her.conditions.voice')}
          value={value.voice}
          onChange={(voice) => change({ voice })}
          options={voices.map((id) => ({ id, name: say(`her.conditions.voice.${id}`) }))}
        />
        <Answers<'none' | 'some'>
          label={say('consent.until')}
          value={asks.until ? 'some' : 'none'}
          onChange={(chosen) => {
            onAsks({ ...asks, until: chosen === 'some' })
            change({ until: null })
          }}
          options={[
            { id: 'none', name: say('consent.until.none') },
            { id: 'some', name: say('consent.until.some') },
          ]}
        />
        {asks.until && <UntilDate onChange={(until) => change({ until })} />}
        <Answers<'none' | 'some'>
          label={say('consent.times')}
          value={asks.times ? 'some' : 'none'}
          onChange={(chosen) => {
            onAsks({ ...asks, times: chosen === 'some' })
            change({ times: null })
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
            onChange={(times) => change({ times: Number.isInteger(times) ? times : null })}
          />
        )}
        <CheckBox isSelected={value.noCutting} onChange={(noCutting) => change({ noCutting })}>
          {say('consent.noCutting')}
        </CheckBox>
      </div>
    </Disclosure>
  )
}
