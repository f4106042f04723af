// What others propose for her words, each with two answers of the same weight.
import type { Suggestion } from '../../../shared/domain/writing/beside.ts'
import { compareTexts } from '../../../shared/domain/writing/compare.ts'
import { Button } from '../../ui/Button.tsx'
import { ComparedWords } from '../../ui/ComparedWords.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './writing.module.css'

interface SuggestionCardsProps {
  readonly suggestions: readonly Suggestion[]
  /** Declined at this window, and to be brought back while the words stand. */
  readonly declined: readonly Omit<Suggestion, 'state'>[]
  readonly languageOf: (passage: string | null) => string
  /** False where she has gone through the story: then only she answers. */
  readonly mayAnswer: boolean
  readonly onAnswer: (suggestion: Suggestion, answer: 'accept' | 'keepMine') => void
  readonly onTakeBack: (suggestion: Suggestion) => void
  readonly onBringBack: (suggestion: Omit<Suggestion, 'state'>) => void
  readonly onJump: (passage: string) => void
  readonly onSuggestTitle: () => void
}

export function SuggestionCards(props: SuggestionCardsProps) {
  const { suggestions, declined, languageOf, mayAnswer, onAnswer, onTakeBack, onBringBack, onJump, onSuggestTitle } =
    props
  const say = useWords()
  return (
    <section className={styles.part}>
      <h2 className={styles.head}>{say('writing.suggestions')}</h2>
      {suggestions.length === 0 && <p className={styles.none}>{say('writing.suggestions.none')}</p>}
      {suggestions.map((one) => {
        const language = languageOf(one.passage)
        const { passage } = one
        return (
          <article key={one.id} className={styles.card}>
            {passage === null ? (
              <h3 className={styles.head}>{say('writing.suggestion.forTitle')}</h3>
            ) : (
              <Button kind="quiet" small onPress={() => onJump(passage)}>
                {say('writing.goTo')}
              </Button>
            )}
            <ComparedWords
              pieces={compareTexts(one.before, one.after, language)}
              language={language}
              direction="auto"
              names={{ added: say('writing.added'), removed: say('writing.removed') }}
              size="beside"
            />
            {one.why !== '' && <p dir="auto">{one.why}</p>}
            <p className={styles.soft}>
              {say('writing.suggestion.by', { author: one.author, date: say.date(one.at) })}
            </p>
            {one.state === 'stale' && <p className={styles.soft}>{say('writing.suggestion.stale')}</p>}
            {!mayAnswer && one.state === 'open' && <p className={styles.soft}>{say('writing.suggestion.forHer')}</p>}
            <div className={styles.actions}>
              {mayAnswer && (
                <>
                  <Button small isDisabled={one.state === 'stale'} onPress={() => onAnswer(one, 'accept')}>
                    {say('writing.suggestion.accept')}
                  </Button>
                  <Button small onPress={() => onAnswer(one, 'keepMine')}>
                    {say('writing.suggestion.keepMine')}
                  </Button>
                </>
              )}
              <Button small kind="quiet" onPress={() => onTakeBack(one)}>
                {say('writing.suggestion.takeBack')}
              </Button>
            </div>
          </article>
        )
      })}
      {declined.map((one) => (
        <div key={one.id} className={styles.actions}>
          <p className={styles.soft}>{say('writing.suggestion.declined', { author: one.author, after: one.after })}</p>
          <Button small onPress={() => onBringBack(one)}>
            {say('writing.suggestion.bringBack')}
          </Button>
        </div>
      ))}
      <div>
        <Button small onPress={onSuggestTitle}>
          {say('writing.suggest.title')}
        </Button>
      </div>
    </section>
  )
}
