// Every use with her answer, in words and by shape. Pressing one opens its card.
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { answersOf, type AnswersOfUse } from './answers-of.ts'
import { AnswerShape } from './AnswerShape.tsx'
import type { Recipient, Standing } from './consent-shapes.ts'
import styles from './consent.module.css'
import { useReworded } from './use-cards-read.ts'
import { useUses } from '../../app/uses.tsx'

interface Props {
  readonly standing: Standing
  readonly recipients: readonly Recipient[]
  readonly selectedPassages: readonly string[]
  readonly onOpen: (use: UseName) => void
}

export function UseAnswers({ standing, recipients, selectedPassages, onOpen }: Props) {
  const say = useWords()
  const { asked } = useUses()
  const reworded = useReworded(
    standing.entries,
    asked.map(({ use }) => use),
  )
  return (
    <ul className={styles.uses} aria-label={say('consent.uses')}>
      {asked.map(({ use }) => (
        <li key={use}>
          <UseRow
            isReworded={reworded.has(use)}
            answers={answersOf(say, standing, recipients, use, selectedPassages)}
            chosen={selectedPassages.length}
            onOpen={() => onOpen(use)}
          />
        </li>
      ))}
    </ul>
  )
}

interface UseRowProps {
  readonly answers: AnswersOfUse
  /** The words of the card are others than those she answered. */
  readonly isReworded: boolean
  readonly chosen: number
  readonly onOpen: () => void
}

function UseRow({ answers, isReworded, chosen, onOpen }: UseRowProps) {
  const say = useWords()
  const { nameOf } = useUses()
  const { use, whole, chosen: ofChosen, differing } = answers
  const name = nameOf(use)
  const differs = ofChosen.some(({ words }) => words !== whole.words)
  const narrower = (differs ? ofChosen : differing).map(({ words, shape, count }) => ({
    shape,
    words: !differs
      ? say('consent.elsewhere', { count, answer: words })
      : count === chosen
        ? say('consent.forPassages', { count, answer: words })
        : say('consent.forSome', { some: count, count: chosen, answer: words }),
  }))
  const reworded = isReworded ? [say('consent.reworded')] : []
  const spoken = [whole.words, ...narrower.map(({ words }) => words), ...reworded].join('. ')
  return (
    <Button
      kind="quiet"
      className={styles.use ?? ''}
      aria-label={say('consent.open', { use: name, answer: spoken })}
      onPress={onOpen}
    >
      <span className={styles.useName}>{name}</span>
      <span className={styles.useAnswer}>
        <AnswerShape shape={whole.shape} /> {whole.words}
      </span>
      {narrower.map(({ words, shape }) => (
        <span key={words} className={styles.useAnswer} data-narrower>
          <AnswerShape shape={shape} /> {words}
        </span>
      ))}
      {reworded.map((words) => (
        <span key={words} className={styles.useAnswer} data-narrower>
          {words}
        </span>
      ))}
    </Button>
  )
}
