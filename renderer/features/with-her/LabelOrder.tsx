// Her own labels in her order, each to be put earlier or later.
import type { Label } from '../../../shared/domain/marks/marks.ts'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { LabelMark } from '../../ui/LabelMark.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import styles from './with-her.module.css'

interface LabelOrderProps {
  readonly labels: readonly Label[]
  readonly onMove: (label: Label, way: 'earlier' | 'later') => Promise<void>
}

export function LabelOrder({ labels, onMove }: LabelOrderProps) {
  const say = useWords()
  const doing = useDoing()
  return (
    <section className={styles.card} aria-label={say('her.labels.order')}>
      <p>{say('her.labels.order.why')}</p>
      <ol>
        {labels.map((label, at) => {
          const { id, words, language, colour } = label
          return (
            <li key={id}>
              <LabelMark colour={colour}>
                <bdi lang={language}>{words}</bdi>
              </LabelMark>{' '}
              <Button
                isDisabled={at === 0 || doing.busy}
                onPress={() => doing.run(() => onMove(label, 'earlier'))}
                aria-label={say('her.labels.earlier', { words })}
              >
                {say('her.labels.earlier.act')}
              </Button>{' '}
              <Button
                isDisabled={at === labels.length - 1 || doing.busy}
                onPress={() => doing.run(() => onMove(label, 'later'))}
                aria-label={say('her.labels.later', { words })}
              >
                {say('her.labels.later.act')}
              </Button>
            </li>
          )
        })}
      </ol>
      {doing.failure !== null && <Failed failure={doing.failure} />}
    </section>
  )
}
