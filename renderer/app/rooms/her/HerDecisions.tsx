// All that she has decided, newest first: what, when, and whether it is signed with her key or written down as told.
import type { Entry, Recipient } from '../../../features/consent/consent-shapes.ts'
import { useWords, type Say } from '../../../words/say.tsx'
import styles from './HerRooms.module.css'
import { useUses, type Uses } from '../../uses.tsx'

function whatIsSaid(say: Say, { nameOf }: Uses, { kind, use, answer }: Entry): string {
  if (kind === 'reviewed') return say('her.decided.reviewed')
  if (kind === 'coolingOffWaived') return say('her.decided.waived')
  if (kind === 'signOffRefused') return say('her.decided.refused')
  if (kind === 'mirror') return say('her.decided.line')
  const name = use === null ? '' : nameOf(use)
  if (kind === 'signOff') return say('her.decided.signOff', { use: name })
  return say('her.decided.answer', { use: name, answer: answer === null ? '' : say(`uses.answer.${answer}`) })
}

/** What it is about and for whom, where that is not her whole story and anybody. */
function within(say: Say, { scope, conditions }: Entry, recipients: readonly Recipient[]): string[] {
  const names = recipients.filter(({ id }) => conditions?.recipients.includes(id)).map(({ name }) => name)
  return [
    ...(scope !== null && scope.kind !== 'testimony'
      ? [say('consent.history.passages', { count: scope.passages.length })]
      : []),
    ...(names.length > 0 ? [say('consent.conditions.only', { names: say.list(names) })] : []),
  ]
}

interface HerDecisionsProps {
  readonly entries: readonly Entry[]
  readonly recipients: readonly Recipient[]
}

export function HerDecisions({ entries, recipients }: HerDecisionsProps) {
  const say = useWords()
  const uses = useUses()
  if (entries.length === 0) return <p>{say('her.decided.none')}</p>
  return (
    <ol reversed className={styles.decisions}>
      {entries.toReversed().map((entry) => (
        <li key={entry.id}>
          <p>
            {whatIsSaid(say, uses, entry)} <time dateTime={entry.at}>{say.moment(entry.at)}</time>
          </p>
          {within(say, entry, recipients).map((words) => (
            <p key={words} className={styles.soft}>
              {words}
            </p>
          ))}
          <p className={styles.soft}>
            {entry.signature === 'broken'
              ? say('her.decided.broken')
              : say(entry.certainty === 'signed' ? 'her.decided.signed' : 'her.decided.attested', { by: entry.by })}
          </p>
        </li>
      ))}
    </ol>
  )
}
