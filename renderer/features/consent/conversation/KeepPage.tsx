// What is about to be kept, read back in one plain paragraph. Only her word keeps it.
import { useState } from 'react'
import { useUses } from '../../../app/uses.tsx'
import { useAnnounce } from '../../../app/announce.tsx'
import { useArchive } from '../../../app/archive.tsx'
import { offeredAgain, saidEvidence } from '../../../app/EvidenceFields.tsx'
import { useDoing } from '../../../app/use-doing.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import { keptConditions, noConditions } from '../consent-shapes.ts'
import { hasConditions, teachBackOf } from './answer-draft.ts'
import type { StagePageProps } from './AnswerPage.tsx'
import { NameOfYes } from './NameOfYes.tsx'
import { ReadBack } from './ReadBack.tsx'
import { faultOfDay, ReviewDay } from './ReviewDay.tsx'
import { ScopeField } from './ScopeField.tsx'
import { StageEnd } from './StageEnd.tsx'
import { titleOf, useTalk } from './talk.ts'
import type { Told } from './told-in-words.ts'
import { Turned } from './Turned.tsx'
import styles from './conversation.module.css'

export function KeepPage({ step, draft, onChange, onBack }: StagePageProps) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const doing = useDoing()
  const talk = useTalk()
  const { nameOf } = useUses()
  const [wasTried, setTried] = useState(false)
  const { testimony, herEvidence, underWay } = talk
  const { use, card } = step
  const { said, scope, reviewAt, asksAgain, renews } = draft
  const evidence = herEvidence ?? saidEvidence(draft.evidence)
  if (said === null) return null
  const teachBack = hasConditions(said) ? teachBackOf(draft.ownWords) : undefined
  const conditions = hasConditions(said) ? keptConditions(draft.conditions) : noConditions
  const day = said === 'withdrawn' || !asksAgain ? null : reviewAt
  const told: Told = {
    use,
    answer: said,
    scope,
    conditions,
    teachBack: teachBack ?? null,
    reviewAt: day,
    evidence: herEvidence === null ? evidence : null,
  }
  const keep = (): void => {
    setTried(true)
    if (scope === null || evidence === null || (said !== 'withdrawn' && faultOfDay(draft) !== null)) return
    doing.run(async () => {
      await archive.consent.answer({
        testimony,
        scope,
        use,
        answer: said,
        conditions,
        evidence,
        cardLanguage: card.language,
        cardVersion: card.version,
        ...(teachBack === undefined ? {} : { teachBack }),
        ...(day === null ? {} : { reviewAt: day }),
        ...(renews === null ? {} : { renews }),
      })
      announce(say('talk.announce.kept', { use: titleOf(talk, use, nameOf), answer: say(`uses.answer.${said}`) }))
      underWay.forget(use)
      underWay.set({ knownBefore: offeredAgain(draft.evidence) })
      underWay.go({ at: 'kept', told })
    })
  }
  return (
    <>
      <Turned>{say('talk.keep.title')}</Turned>
      <ReadBack told={told} />
      <NameOfYes use={use} nameAs={conditions.nameAs} />
      {!hasConditions(said) && (
        <div className={styles.fields}>
          <Disclosure title={say('talk.scope.only')} isOpen={scope?.kind !== 'testimony'}>
            <ScopeField value={scope} onChange={(next) => onChange({ scope: next })} wasTried={wasTried} />
          </Disclosure>
          {said !== 'withdrawn' && (
            <Disclosure title={say('talk.reviewAt')} isOpen={asksAgain}>
              <ReviewDay value={draft} onChange={onChange} wasTried={wasTried} />
            </Disclosure>
          )}
        </div>
      )}
      {herEvidence === null && evidence === null && (
        <Notice kind="care" said={wasTried}>
          {say('talk.known.missing')}
        </Notice>
      )}
      <p className={styles.soft}>{say('talk.keep.says')}</p>
      {doing.failure !== null && (
        <Notice kind="care" said title={say('talk.keep.failed')}>
          {say.failure(doing.failure)}
        </Notice>
      )}
      <StageEnd name={say('talk.keep')} onGoOn={keep} onBack={onBack} />
    </>
  )
}
