// How far her yes goes: for whom, what it is about, until when, and when she wants to be asked again.
import { useState } from 'react'
import { useOf } from '../../../../shared/domain/consent/uses.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import { faultsOf } from '../answer-faults.ts'
import { ConditionFields } from '../ConditionFields.tsx'
import { namedIn } from '../named-in.ts'
import { NamedRecipients } from '../NamedRecipients.tsx'
import type { StagePageProps } from './AnswerPage.tsx'
import { NameOfYes } from './NameOfYes.tsx'
import { faultOfDay, ReviewDay } from './ReviewDay.tsx'
import { ScopeField } from './ScopeField.tsx'
import { StageEnd } from './StageEnd.tsx'
import { useTalk } from './talk.ts'
import { Turned } from './Turned.tsx'
import styles from './conversation.module.css'

export function LimitsPage({ step, draft, onChange, onGoOn, onBack }: StagePageProps) {
  const say = useWords()
  const { recipients, isCopy, standing, underWay } = useTalk()
  const [wasTried, setTried] = useState(false)
  const { use } = step
  const { said, scope, conditions, asks, nameIsUnfinished } = draft
  const isYes = said === 'yes'
  const mustName = useOf(use).namedRecipientOnly
  // In her own copy nobody new can be named: a yes that needs a name cannot be said there.
  const canNameNobody = isYes && mustName && isCopy && recipients.length === 0
  const faults = faultsOf(
    { conditions, asks, mustName: mustName && isYes, nameIsUnfinished, speaksTo: 'narrator' },
    new Date().toISOString(),
  )
  const renewed = standing.entries.find(({ id }) => id === draft.renews)
  const goOn = (): void => {
    setTried(true)
    if (faults.length === 0 && scope !== null && faultOfDay(draft) === null && !canNameNobody) onGoOn()
  }
  const who =
    isCopy && recipients.length === 0 ? null : (
      <NamedRecipients
        chosen={conditions.recipients}
        onChange={(chosen) =>
          onChange({ conditions: { ...underWay.draftOf(use).conditions, recipients: [...chosen] } })
        }
        recipients={recipients}
        namedBefore={namedIn(standing.entries)}
        onAdded={isCopy ? null : () => {}}
        onUnfinished={(isUnfinished) => {
          if (underWay.draftOf(use).nameIsUnfinished !== isUnfinished) onChange({ nameIsUnfinished: isUnfinished })
        }}
        hint={say(mustName ? 'her.card.recipients.needed' : 'consent.recipients.hint')}
      />
    )
  return (
    <>
      <Turned>{say(isYes ? 'talk.limits' : 'talk.limits.ask')}</Turned>
      {renewed !== undefined && <Notice>{say('talk.renewing', { date: say.date(renewed.at) })}</Notice>}
      <p>{say(mustName ? 'talk.limits.named' : 'talk.limits.says')}</p>
      {canNameNobody && <Notice kind="care">{say('her.card.needsName')}</Notice>}
      <div className={styles.fields}>
        {mustName && who}
        <ScopeField value={scope} onChange={(next) => onChange({ scope: next })} wasTried={wasTried} />
        <ConditionFields
          speaksTo="narrator"
          value={conditions}
          // NOTE: two fields may say so at once, so what is newest counts, not what was drawn.
          onChange={(part) => onChange({ conditions: { ...underWay.draftOf(use).conditions, ...part } })}
          asks={asks}
          onAsks={(next) => onChange({ asks: next })}
          who={mustName ? null : who}
          besideName={<NameOfYes use={use} nameAs={conditions.nameAs} />}
        />
        <ReviewDay value={draft} onChange={onChange} wasTried={wasTried} />
      </div>
      {wasTried &&
        faults.map((fault) => (
          <Notice key={fault} kind="care" said>
            {say(fault)}
          </Notice>
        ))}
      <StageEnd name={say('talk.go')} onGoOn={goOn} onBack={onBack} isDisabled={canNameNobody} />
    </>
  )
}
