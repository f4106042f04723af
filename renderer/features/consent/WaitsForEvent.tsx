// Where a yes of hers waits for something to come: the word that it has come, which closes it until she is asked again.
import { useState } from 'react'
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import { useArchive } from '../../app/archive.tsx'
import { EvidenceFields, noEvidence, saidEvidence } from '../../app/EvidenceFields.tsx'
import type { Evidence } from '../../app/evidence/evidence-draft.ts'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { Entry, Standing } from './consent-shapes.ts'
import { standingAnswers } from './conversation/where-she-is.ts'
import styles from './consent.module.css'

interface Props {
  readonly testimony: string
  readonly use: UseName
  readonly standing: Standing
  /** How it is known, where she says it at her own window; null where an archivist has to say it. */
  readonly herEvidence: Evidence | null
}

/** Those that still wait: what they wait for has not come. */
export function waitingAnswers({ entries }: Pick<Standing, 'entries'>, use: UseName): Entry[] {
  const come = new Set(
    entries.flatMap(({ kind, about }) => (kind === 'eventCame' && about !== undefined ? [about] : [])),
  )
  return standingAnswers(entries, use).filter(
    ({ id, answer, conditions }) =>
      (answer === 'yes' || answer === 'askEachTime') && conditions?.untilEvent !== undefined && !come.has(id),
  )
}

export function WaitsForEvent({ testimony, use, standing, herEvidence }: Props) {
  return waitingAnswers(standing, use).map((entry) => (
    <OneThatWaits key={entry.id} testimony={testimony} entry={entry} herEvidence={herEvidence} />
  ))
}

function OneThatWaits({ testimony, entry, herEvidence }: Pick<Props, 'testimony' | 'herEvidence'> & { entry: Entry }) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const [isSaying, setSaying] = useState(false)
  const [evidence, setEvidence] = useState(noEvidence)
  const [wasTried, setTried] = useState(false)
  const keep = (): void => {
    setTried(true)
    const said = herEvidence ?? saidEvidence(evidence)
    if (said === null) return
    doing.run(() => archive.consent.eventCame({ testimony, entry: entry.id, evidence: said }), say('talk.event.kept'))
  }
  return (
    <section className={styles.waits}>
      <p>{say('talk.event.waits', { event: entry.conditions?.untilEvent ?? '' })}</p>
      {!isSaying && (
        <div>
          <Button onPress={() => setSaying(true)}>{say('talk.event.came')}</Button>
        </div>
      )}
      {isSaying && (
        <>
          <p>{say('talk.event.says')}</p>
          {herEvidence === null && (
            <EvidenceFields testimony={testimony} value={evidence} onChange={setEvidence} isMissing={wasTried} />
          )}
          {doing.failure !== null && (
            <Notice kind="care" said title={say('talk.keep.failed')}>
              {say.failure(doing.failure)}
            </Notice>
          )}
          <div className={styles.buttons}>
            <Button onPress={keep}>{say('talk.event.keep')}</Button>
            <Button onPress={() => setSaying(false)}>{say('talk.event.not')}</Button>
          </div>
        </>
      )}
    </section>
  )
}
