// "Not yet" to every card that has no answer: a step of its own, which says what it does and which cards it is about.
import { useState } from 'react'
import { useAnnounce } from '../../../app/announce.tsx'
import { codeOf, useArchive } from '../../../app/archive.tsx'
import { EvidenceFields, noEvidence, offeredAgain, saidEvidence } from '../../../app/EvidenceFields.tsx'
import { useDoing } from '../../../app/use-doing.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import { noConditions } from '../consent-shapes.ts'
import { emptyDraft } from './answer-draft.ts'
import { faultOfDay, ReviewDay } from './ReviewDay.tsx'
import { useTalk } from './talk.ts'
import { Turned } from './Turned.tsx'
import styles from './conversation.module.css'

export function RestPage() {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const doing = useDoing()
  const { testimony, steps, underWay, herEvidence } = useTalk()
  const { go, forget, set, knownBefore } = underWay
  const [evidence, setEvidence] = useState(noEvidence)
  const [day, setDay] = useState({ asksAgain: emptyDraft.asksAgain, reviewAt: emptyDraft.reviewAt })
  const [wasTried, setTried] = useState(false)
  const [cameTo, setCameTo] = useState<string | null>(null)
  const left = steps.filter(({ wants }) => wants === 'unasked')
  const keep = (): void => {
    setTried(true)
    const said = herEvidence ?? saidEvidence(evidence)
    if (said === null || faultOfDay(day) !== null) return
    const count = left.length
    // NOTE: whoever reads the ledger must see that these cards were not gone through one by one.
    const note = [said.note, say('talk.rest.note')].filter((words) => words !== '').join(' ')
    doing.run(async () => {
      let kept = 0
      try {
        for (const { use, card } of left) {
          await archive.consent.answer({
            testimony,
            scope: { kind: 'testimony' },
            use,
            answer: 'notYet',
            conditions: noConditions,
            evidence: { ...said, note },
            cardLanguage: card.language,
            cardVersion: card.version,
            ...(day.reviewAt === null ? {} : { reviewAt: day.reviewAt }),
          })
          forget(use)
          kept += 1
        }
      } catch (thrown) {
        if (kept > 0) setCameTo(say('talk.rest.some', { kept, count, why: say.failure(codeOf(thrown)) }))
        throw thrown
      }
      set({ knownBefore: offeredAgain(evidence) })
      const words = say('talk.rest.kept', { count })
      setCameTo(words)
      announce(words)
    })
  }
  return (
    <section className={styles.page}>
      <Turned>{say('talk.rest.title')}</Turned>
      {cameTo !== null && <Notice>{cameTo}</Notice>}
      {left.length === 0 ? (
        <p>{say('talk.rest.none')}</p>
      ) : (
        <>
          <p>{say('talk.rest.says', { count: left.length })}</p>
          <ul className={styles.named}>
            {left.map(({ use, card }) => (
              <li key={use} lang={card.language} dir="auto">
                {card.title}
              </li>
            ))}
          </ul>
          <p>{say('talk.rest.does')}</p>
          <p className={styles.soft}>{say('talk.rest.unread')}</p>
          <div className={styles.fields}>
            <ReviewDay
              value={day}
              onChange={(part) => setDay((before) => ({ ...before, ...part }))}
              wasTried={wasTried}
            />
            {herEvidence === null && (
              <>
                {evidence.kind === null && knownBefore.kind !== null && (
                  <p>
                    <Button onPress={() => setEvidence(knownBefore)}>
                      {say('talk.known.same', {
                        kind: say(`uses.evidence.${knownBefore.kind}`),
                        note: knownBefore.note,
                      })}
                    </Button>
                  </p>
                )}
                <EvidenceFields testimony={testimony} value={evidence} onChange={setEvidence} isMissing={wasTried} />
              </>
            )}
          </div>
          {doing.failure !== null && cameTo === null && (
            <Notice kind="care" said title={say('talk.keep.failed')}>
              {say.failure(doing.failure)}
            </Notice>
          )}
        </>
      )}
      <div className={styles.buttons}>
        {left.length > 0 && (
          <Button kind="primary" onPress={keep}>
            {say('talk.rest.keep', { count: left.length })}
          </Button>
        )}
        <Button onPress={() => go({ at: 'start' })}>{say(left.length > 0 ? 'talk.rest.not' : 'talk.kept.all')}</Button>
      </div>
    </section>
  )
}
