// Her answer to one card: four answers of one size, none chosen beforehand, with the conditions and how it is known.
import { useState } from 'react'
import { useOf } from '../../../shared/domain/consent/uses.ts'
import { useAnnounce } from '../../app/announce.tsx'
import { useArchive } from '../../app/archive.tsx'
import { EvidenceFields, noEvidence, saidEvidence } from '../../app/EvidenceFields.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { AnswerConditions } from './AnswerConditions.tsx'
import { faultsOf } from './answer-faults.ts'
import { keptConditions, noConditions, noLimits, type Card, type Recipient, type Scope } from './consent-shapes.ts'
import { NameStaysHere } from './NameStaysHere.tsx'
import styles from './consent.module.css'
import { useUses } from '../../app/uses.tsx'

const given = ['yes', 'no', 'notYet', 'askEachTime'] as const
type Given = (typeof given)[number]

interface Props {
  readonly testimony: string
  readonly card: Card
  readonly scope: Scope
  readonly recipients: readonly Recipient[]
  readonly namedBefore: ReadonlySet<string>
  readonly onKept: (said: string) => void
  readonly onNot: () => void
}

export function AnswerForm({ testimony, card, scope, recipients, namedBefore, onKept, onNot }: Props) {
  const say = useWords()
  const { nameOf } = useUses()
  const archive = useArchive()
  const announce = useAnnounce()
  const [answer, setAnswer] = useState<Given | null>(null)
  const [conditions, setConditions] = useState(noConditions)
  const [asks, setAsks] = useState(noLimits)
  const [nameIsUnfinished, setNameUnfinished] = useState(false)
  const [evidence, setEvidence] = useState(noEvidence)
  const [wasTried, setTried] = useState(false)
  const doing = useDoing()

  const mustName = useOf(card.use).namedRecipientOnly
  const hasConditions = answer === 'yes' || answer === 'askEachTime' || answer === 'notYet'
  const limited = { conditions, asks, mustName, nameIsUnfinished, speaksTo: 'archivist' } as const
  const faults = hasConditions ? faultsOf(limited, new Date().toISOString()) : []

  const keep = (): void => {
    setTried(true)
    const said = saidEvidence(evidence)
    if (answer === null || said === null || faults.length > 0) return
    doing.run(async () => {
      await archive.consent.answer({
        testimony,
        scope,
        use: card.use,
        answer,
        evidence: said,
        conditions: hasConditions ? keptConditions(conditions) : noConditions,
        cardLanguage: card.language,
        cardVersion: card.version,
      })
      const kept = say('consent.kept', { use: nameOf(card.use), answer: say(`uses.answer.${answer}`) })
      announce(kept)
      onKept(kept)
    })
  }

  return (
    // NOTE: no element around it: its buttons stay in sight only within what they lie in, which is the whole dialog.
    <>
      <div className={styles.four}>
        <Answers
          label={say('consent.answer')}
          value={answer}
          onChange={setAnswer}
          options={given.map((id) => ({ id, name: say(`consent.answer.${id}`) }))}
          wrong={wasTried && answer === null ? say('consent.answer.missing') : null}
        />
      </div>
      {hasConditions && (
        <AnswerConditions
          value={conditions}
          onChange={(part) => setConditions((before) => ({ ...before, ...part }))}
          asks={asks}
          onAsks={setAsks}
          recipients={recipients}
          namedBefore={namedBefore}
          mustName={mustName}
          onUnfinished={setNameUnfinished}
          besideName={
            <NameStaysHere testimony={testimony} use={card.use} nameAs={conditions.nameAs} speaksTo="archivist" />
          }
        />
      )}
      {wasTried &&
        faults.map((fault) => (
          <Notice key={fault} kind="care" said>
            {say(fault)}
          </Notice>
        ))}
      <EvidenceFields testimony={testimony} value={evidence} onChange={setEvidence} isMissing={wasTried} />
      {doing.failure !== null && (
        <Notice kind="care" said title={say('consent.failed')}>
          {say.failure(doing.failure)}
        </Notice>
      )}
      <DialogActions>
        <Button kind="primary" onPress={keep} isPending={doing.busy}>
          {say('consent.keep')}
        </Button>
        <Button onPress={onNot}>{say('ui.cancel')}</Button>
      </DialogActions>
    </>
  )
}
