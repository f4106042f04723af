// A change that somebody proposes, signed: her words and theirs compared, and two answers of the same size.
import { compareTexts } from '../../../shared/domain/writing/compare.ts'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { ComparedWords } from '../../ui/ComparedWords.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import type { ShownSuggestion } from './her-shapes.ts'
import styles from './with-her.module.css'

interface SuggestionCardProps {
  readonly suggestion: ShownSuggestion
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly onAnswer: (answer: 'accept' | 'keepMine') => Promise<void>
}

export function SuggestionCard({ suggestion, language, direction, onAnswer }: SuggestionCardProps) {
  const say = useWords()
  const doing = useDoing()
  const { author, at, why, before, after, passage, state } = suggestion
  return (
    <section className={styles.card} aria-label={say('her.suggestion', { author })}>
      <p className={styles.signed}>
        {say(passage === null ? 'her.suggestion.title' : 'her.suggestion.by', { author, date: say.date(at) })}
      </p>
      <ComparedWords
        pieces={compareTexts(before, after, language)}
        language={language}
        direction={direction}
        names={{ added: say('her.compare.comes'), removed: say('her.compare.goes') }}
        size="reading"
      />
      {why !== '' && (
        <p className={styles.others}>
          {say('her.suggestion.why')} <bdi>{why}</bdi>
        </p>
      )}
      {state === 'stale' ? <p className={styles.soft}>{say('her.suggestion.stale')}</p> : null}
      <div className={styles.equal}>
        {state === 'open' && (
          <Button isDisabled={doing.busy} onPress={() => doing.run(() => onAnswer('accept'))}>
            {say('her.suggestion.accept')}
          </Button>
        )}
        <Button isDisabled={doing.busy} onPress={() => doing.run(() => onAnswer('keepMine'))}>
          {say('her.suggestion.keepMine')}
        </Button>
      </div>
      <Failed failure={doing.failure} />
    </section>
  )
}
