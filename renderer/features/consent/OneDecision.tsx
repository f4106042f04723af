// One thing that she decided: what, about what, how far, what she said it means, how it is known, and the card as it was read.
import { useOf } from '../../../shared/domain/consent/uses.ts'
import { EvidenceFiles } from '../../app/evidence/EvidenceFiles.tsx'
import { ShownClip } from '../../app/evidence/ShownClip.tsx'
import { useUses } from '../../app/uses.tsx'
import { useWords, type Say } from '../../words/say.tsx'
import { CardAsRead } from './CardAsRead.tsx'
import { conditionsInWords } from './conditions-in-words.ts'
import { noLimits, type Entry, type Recipient } from './consent-shapes.ts'
import { whatIsSaid, type SpeaksTo } from './history-in-words.ts'
import styles from './consent.module.css'

interface Props {
  readonly testimony: string
  readonly speaksTo: SpeaksTo
  readonly entry: Entry
  readonly entries: readonly Entry[]
  readonly recipients: readonly Recipient[]
}

export function OneDecision({ testimony, speaksTo, entry, entries, recipients }: Props) {
  const say = useWords()
  const uses = useUses()
  const { at, use, teachBack, evidence, cardLanguage, cardVersion } = entry
  const files = [...(evidence.files ?? []), ...(teachBack?.file === undefined ? [] : [teachBack.file])]
  return (
    <>
      <p className={styles.entrySays} dir="auto">
        {whatIsSaid(say, uses, speaksTo, entries, entry)}
      </p>
      <p className={styles.soft}>
        <time dateTime={at}>{say.moment(at)}</time>
      </p>
      {linesOf(say, entry, speaksTo, recipients).map((words) => (
        <p key={words} className={styles.soft} dir="auto">
          {words}
        </p>
      ))}
      <EvidenceFiles testimony={testimony} files={files} />
      {evidence.clip !== undefined && <ShownClip testimony={testimony} clip={evidence.clip} />}
      {use !== null && cardLanguage !== null && cardVersion !== null && (
        <CardAsRead use={use} language={cardLanguage} version={cardVersion} />
      )}
    </>
  )
}

function linesOf(say: Say, entry: Entry, speaksTo: SpeaksTo, recipients: readonly Recipient[]): string[] {
  const { kind, use, answer, scope, conditions, evidence, reviewAt, renews, teachBack, detail } = entry
  const isLimited = conditions !== null && (answer === 'yes' || answer === 'askEachTime' || answer === 'notYet')
  const known = say(`uses.evidence.${evidence.kind}`)
  return [
    ...(kind === 'consent' && scope !== null ? aboutWhat(say, scope, speaksTo) : []),
    ...(isLimited
      ? [
          say.list(
            conditionsInWords(say, conditions, noLimits, recipients, use !== null && useOf(use).namedRecipientOnly),
          ),
        ]
      : []),
    ...(reviewAt === null ? [] : [say('consent.history.reviewAt', { date: say.date(reviewAt) })]),
    ...(renews === null ? [] : [say('consent.history.renews')]),
    ...(teachBack === null
      ? []
      : [
          teachBack.said === ''
            ? say('consent.history.saidAloud')
            : say('consent.history.inOwnWords', { said: teachBack.said }),
        ]),
    ...(detail?.kind === 'signOffRefused' && detail.why !== ''
      ? [say('consent.history.why', { why: detail.why })]
      : []),
    ...(detail?.kind === 'replacement' && detail.words !== ''
      ? [say('consent.history.why', { why: detail.words })]
      : []),
    ...(detail?.kind === 'mirror' ? [say(`consent.history.toReader.${detail.toReader ? 'yes' : 'no'}`)] : []),
    ...(speaksTo === 'narrator' && evidence.kind === 'inPerson'
      ? []
      : [evidence.note === '' ? known : say('consent.history.evidence', { kind: known, note: evidence.note })]),
    who(say, entry, speaksTo),
  ]
}

function aboutWhat(say: Say, scope: NonNullable<Entry['scope']>, speaksTo: SpeaksTo): string[] {
  if (scope.kind === 'section')
    return [say('consent.history.section', { heading: scope.heading, count: scope.passages.length })]
  if (scope.kind === 'passages') return [say('consent.history.passages', { count: scope.passages.length })]
  return speaksTo === 'archivist' ? [say('consent.scope.testimony')] : []
}

function who(say: Say, { certainty, by, signature }: Entry, speaksTo: SpeaksTo): string {
  if (signature === 'broken') return say(speaksTo === 'narrator' ? 'her.decided.broken' : 'consent.history.broken')
  if (speaksTo === 'archivist') return say(`consent.history.${certainty}`, { by })
  return say(certainty === 'signed' ? 'her.decided.signed' : 'her.decided.attested', { by })
}
