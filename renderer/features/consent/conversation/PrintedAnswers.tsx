// A copy to keep, on paper: her answers as they stand, with the words of the cards as they were read. Not shown in the window.
import { useUses } from '../../../app/uses.tsx'
import { useWords } from '../../../words/say.tsx'
import { CardFace } from '../CardFace.tsx'
import type { Entry } from '../consent-shapes.ts'
import { InHerLanguage } from './InHerLanguage.tsx'
import { titleOf, useTalk } from './talk.ts'
import { sentencesOf } from './told-in-words.ts'
import { cardOf, useCardsRead, type ReadCard } from '../use-cards-read.ts'
import { standingAnswers } from './where-she-is.ts'
import styles from './printed.module.css'

interface PrintedAnswersProps {
  readonly title: { readonly text: string; readonly language: string }
}

export function PrintedAnswers({ title }: PrintedAnswersProps) {
  return (
    <div className={styles.sheet} data-print-sheet data-testid="copy-to-keep">
      <InHerLanguage>
        <Answers title={title} />
      </InHerLanguage>
    </div>
  )
}

function Answers({ title }: PrintedAnswersProps) {
  const say = useWords()
  const talk = useTalk()
  const { nameOf } = useUses()
  const { steps, standing } = talk
  const called = (use: Parameters<typeof nameOf>[0]): string => titleOf(talk, use, nameOf)
  const answered = steps.flatMap(({ use }) => {
    const answers = standingAnswers(standing.entries, use)
    return answers.length === 0 ? [] : [{ use, answers }]
  })
  const read = useCardsRead(answered.flatMap(({ answers }) => answers))
  const closed = steps.filter(({ wants }) => wants === 'unasked').map(({ use }) => called(use))
  return (
    <>
      <p className={styles.title}>{say('talk.copy.title')}</p>
      <p>
        {say.rich('talk.copy.of', {
          title: <bdi lang={title.language}>{title.text}</bdi>,
          moment: say.moment(new Date().toISOString()),
        })}
      </p>
      {answered.length === 0 && <p>{say('talk.copy.nothing')}</p>}
      {answered.map(({ use, answers }) => (
        <section key={use} className={styles.use}>
          <p className={styles.name}>
            <bdi>{called(use)}</bdi>
          </p>
          {answers.map((entry) => (
            <AnswerOnPaper key={entry.id} entry={entry} called={called} read={read} />
          ))}
        </section>
      ))}
      {closed.length > 0 && <p>{say('talk.copy.closed', { uses: say.list(closed) })}</p>}
      <p className={styles.name}>{say('talk.copy.takeBack')}</p>
      <p>{say('talk.copy.takeBack.says')}</p>
      <p>{say('talk.copy.keep')}</p>
    </>
  )
}

interface AnswerOnPaperProps {
  readonly entry: Entry
  readonly called: (use: NonNullable<Entry['use']>) => string
  readonly read: ReadonlyMap<string, ReadCard> | undefined
}

function AnswerOnPaper({ entry, called, read }: AnswerOnPaperProps) {
  const say = useWords()
  const { recipients } = useTalk()
  const { use, answer, cardLanguage, cardVersion, certainty, by, at, signature } = entry
  if (use === null || answer === null) return null
  const card = read === undefined ? null : cardOf(read, entry)
  const how = signature === 'broken' ? 'broken' : certainty
  return (
    <div className={styles.answer}>
      <p className={styles.said}>{sentencesOf(say, called, recipients, { ...entry, use, answer }).join(' ')}</p>
      <p>
        {say('talk.copy.on', { moment: say.moment(at) })} {say(`talk.copy.${how}`, { by })}
      </p>
      {cardLanguage !== null && (
        <div className={styles.card}>
          <p className={styles.small}>
            {say('talk.copy.read', { language: say.language(cardLanguage), version: cardVersion })}
          </p>
          {card?.checked === false && <p className={styles.small}>{say('consent.card.unchecked')}</p>}
          {card === null ? (
            <p>{say('talk.copy.unknown')}</p>
          ) : (
            <CardFace heads="h4" card={card} title={(words) => <p className={styles.said}>{words}</p>} />
          )}
        </div>
      )}
    </div>
  )
}
