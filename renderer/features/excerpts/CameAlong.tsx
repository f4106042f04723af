// What came or went along with a choice because she asked for it, with the way back.
import type { Along } from '../../../shared/domain/excerpts/pulled-along.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { Story } from './excerpt-shapes.ts'
import { placeOf } from './passage-place.ts'
import styles from './excerpts.module.css'

export interface MovedAlong {
  readonly way: 'choose' | 'leave'
  readonly along: readonly Along[]
  /** What was chosen before. */
  readonly before: readonly string[]
}

interface Props {
  readonly story: Story
  readonly moved: MovedAlong
  readonly onUndo: () => void
}

export function CameAlong({ story, moved: { way, along }, onUndo }: Props) {
  const say = useWords()
  const named = (ids: readonly string[]) =>
    say.list(story.passages.flatMap((one, at) => (ids.includes(one.id) ? [placeOf(say, one, at + 1)] : [])))
  return (
    <div className={styles.cameAlong} role="status">
      <Notice
        action={
          <Button small onPress={onUndo}>
            {say('excerpts.along.undo')}
          </Button>
        }
      >
        {along.map(({ tie, passages }) => (
          <p key={tie.id}>
            {say(`excerpts.along.${way}`, { places: named(passages) })}
            {tie.reason.trim() !== '' && ` ${say('excerpts.reason.why', { why: tie.reason })}`}
          </p>
        ))}
      </Notice>
    </div>
  )
}
