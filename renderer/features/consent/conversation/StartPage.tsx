// Where she is in the conversation: the cards with what she has said to each, and where to go on.
import { useState } from 'react'
import { primaryLanguage } from '../../../../shared/domain/languages/primary-language.ts'
import { useUses } from '../../../app/uses.tsx'
import { Button } from '../../../ui/Button.tsx'
import { OneOf } from '../../../ui/OneOf.tsx'
import { UsePicture } from '../../../ui/UsePicture.tsx'
import { useWords } from '../../../words/say.tsx'
import { answersToHer, counted } from '../answers-to-her.ts'
import { AnswerShape } from '../AnswerShape.tsx'
import { CardLanguage } from '../CardLanguage.tsx'
import { titleOf, useTalk } from './talk.ts'
import { Turned } from './Turned.tsx'
import { isAgain, nextStep } from './where-she-is.ts'
import styles from './conversation.module.css'

/** Words for another country are the same language. */
const isAnotherLanguage = (one: string, other: string): boolean => primaryLanguage(one) !== primaryLanguage(other)

export function StartPage() {
  const say = useWords()
  const talk = useTalk()
  const { nameOf } = useUses()
  const [wasPrinted, setPrinted] = useState(false)
  const { steps, language, languages, standing, recipients, underWay, who, onLeave } = talk
  const { onlyAgain, go, set } = underWay
  const left = steps.filter(({ wants }) => wants === 'unasked').length
  const again = steps.filter(isAgain)
  const shown = onlyAgain ? again : steps
  const next = nextStep(steps, null, onlyAgain)
  const hasBegun = steps.some(({ last }) => last !== null)
  return (
    <section className={styles.page} aria-labelledby="talk-start">
      <Turned>
        <span id="talk-start">{say('talk.cards')}</span>
      </Turned>
      <p className={styles.lead}>{say('talk.says')}</p>
      <p className={styles.soft}>{say('talk.says.order')}</p>
      <div className={styles.tools}>
        <CardLanguage language={language} languages={languages} onLanguage={(chosen) => set({ language: chosen })} />
        {(again.length > 0 || onlyAgain) && (
          <OneOf
            label={say('talk.cards')}
            value={onlyAgain ? 'again' : 'all'}
            onChange={(chosen) => set({ onlyAgain: chosen === 'again' })}
            options={[
              { id: 'all', name: say('talk.again.all') },
              { id: 'again', name: say('talk.again.only') },
            ]}
          />
        )}
      </div>
      <p>
        {!onlyAgain && say('talk.left', { count: left })}{' '}
        {(onlyAgain || again.length > 0) && say('talk.again.left', { count: again.length })}
      </p>
      <div className={styles.buttons}>
        {next !== null && (
          <Button kind="primary" onPress={() => go({ at: 'card', use: next.use })}>
            {hasBegun || onlyAgain ? say('talk.goOn', { use: titleOf(talk, next.use, nameOf) }) : say('talk.start')}
          </Button>
        )}
        {!onlyAgain && left > 0 && <Button onPress={() => go({ at: 'rest' })}>{say('talk.rest')}</Button>}
        <Button onPress={onLeave}>{say(`talk.back.${who}`)}</Button>
      </div>
      {steps.length === 0 && <p>{say('talk.none')}</p>}
      <ol className={styles.cards}>
        {shown.map((step) => {
          const { use, card, wants } = step
          const { whole, differing } = answersToHer(say, standing, recipients, use)
          const parts = counted(differing.values()).map(({ answer: { words }, count }) =>
            say('consent.elsewhere', { count, answer: words }),
          )
          const said =
            wants === null || wants === 'unasked'
              ? [whole.words, ...parts].join('. ')
              : say(`talk.wants.short.${wants}`)
          const answer = isAnotherLanguage(card.language, language)
            ? [said, say('talk.card.language', { language: say.language(card.language) })].join('. ')
            : said
          const number = steps.indexOf(step) + 1
          return (
            <li key={use}>
              <button
                type="button"
                className={styles.cardLink}
                aria-label={say('talk.card.open', { number, count: steps.length, use: card.title, answer })}
                onClick={() => go({ at: 'card', use })}
              >
                <UsePicture use={use} size="2.75rem" />
                <span className={styles.cardLinkWords}>
                  <span className={styles.cardLinkName} lang={card.language} dir="auto">
                    {card.title}
                  </span>
                  <span
                    className={styles.cardLinkAnswer}
                    data-wants={wants !== null && wants !== 'unasked' ? '' : undefined}
                  >
                    <AnswerShape shape={whole.shape} /> {answer}
                  </span>
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      {hasBegun && (
        <section className={styles.part} aria-labelledby="talk-copy">
          <h3 id="talk-copy">{say('talk.copy')}</h3>
          <p>{say('talk.copy.says')}</p>
          <Button
            onPress={() => {
              setPrinted(true)
              window.print()
            }}
          >
            {say('talk.copy.print')}
          </Button>
          {wasPrinted && <p className={styles.soft}>{say('talk.copy.keep')}</p>}
        </section>
      )}
    </section>
  )
}
