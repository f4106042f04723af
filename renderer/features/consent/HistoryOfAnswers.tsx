// All that she has decided, newest first, each with how it is known. Nothing here can be changed.
import { useOf } from '../../../shared/domain/uses.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useWords, type Say } from '../../words/say.tsx'
import { conditionsInWords } from './conditions-in-words.ts'
import { noLimits, type Entry, type Recipient } from './consent-shapes.ts'
import styles from './consent.module.css'
import { useUses, type Uses } from '../../app/uses.tsx'

export function HistoryOfAnswers({
  entries,
  recipients,
}: {
  entries: readonly Entry[]
  recipients: readonly Recipient[]
}) {
  const say = useWords()
  return (
    <Disclosure title={say('consent.history')}>
      <p className={styles.soft}>{say(entries.length === 0 ? 'consent.history.none' : 'consent.history.lasts')}</p>
      <ol className={styles.history} reversed>
        {entries.toReversed().map((entry) => (
          <li key={entry.id}>
            <EntryWords entry={entry} recipients={recipients} />
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}

function whatIsSaid(say: Say, { nameOf }: Uses, { kind, use, answer }: Entry): string {
  if (kind === 'reviewed') return say('consent.history.reviewed')
  if (kind === 'coolingOffWaived') return say('consent.history.waived')
  const useName = use === null ? '' : nameOf(use)
  if (kind === 'signOff') return say('consent.history.signOff', { use: useName })
  return say('consent.history.answer', { use: useName, answer: answer === null ? '' : say(`uses.answer.${answer}`) })
}

function EntryWords({ entry, recipients }: { entry: Entry; recipients: readonly Recipient[] }) {
  const say = useWords()
  const { at, kind, use, answer, scope, conditions, evidence, certainty, by, cardLanguage, cardVersion } = entry
  const hasConditions = conditions !== null && answer !== 'no' && answer !== 'withdrawn'
  return (
    <>
      <p className={styles.entrySays}>{whatIsSaid(say, useUses(), entry)}</p>
      <p className={styles.soft}>
        <time dateTime={at}>{say.moment(at)}</time>
      </p>
      {kind === 'consent' && scope !== null && (
        <p className={styles.soft}>
          {scope.kind === 'testimony'
            ? say('consent.scope.testimony')
            : say('consent.history.passages', { count: scope.passages.length })}
        </p>
      )}
      {hasConditions && (
        <p className={styles.soft}>
          {say.list(
            conditionsInWords(say, conditions, noLimits, recipients, use !== null && useOf(use).namedRecipientOnly),
          )}
        </p>
      )}
      <p className={styles.soft}>
        {say('consent.history.evidence', { kind: say(`uses.evidence.${evidence.kind}`), note: evidence.note })}
      </p>
      <p className={styles.soft}>{say(`consent.history.${certainty}`, { by })}</p>
      {cardLanguage !== null && cardVersion !== null && (
        <p className={styles.soft}>
          {say('consent.card.version', { language: say.language(cardLanguage), version: cardVersion })}
        </p>
      )}
    </>
  )
}
