// What keeps an excerpt waiting that only she can answer, each with the way to the room where she does.
import type { Reason } from '../../../features/excerpts/excerpt-shapes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import { useHerPlace } from './her-place.tsx'

export function HersToAnswerFirst({ reasons }: { reasons: readonly Reason[] }) {
  const say = useWords()
  const { go } = useHerPlace()
  const labels = [...new Set(reasons.flatMap((one) => (one.kind === 'labelWithoutStance' ? [one.words] : [])))]
  const hasUnseen = reasons.some((one) => one.kind === 'unseenWordsAbout' && one.seen === 'no')
  const isClosed = reasons.some((one) => one.kind === 'notAllowed')
  return (
    <>
      {(labels.length > 0 || hasUnseen) && (
        <Notice
          kind="care"
          action={<Button onPress={() => go({ room: 'words' })}>{say('her.excerpt.hers.toWords')}</Button>}
        >
          {labels.length > 0 && (
            <p>{say('her.excerpt.hers.labels', { labels: say.list(labels), count: labels.length })}</p>
          )}
          {hasUnseen && <p>{say('her.excerpt.hers.wordsAbout')}</p>}
        </Notice>
      )}
      {isClosed && (
        <p>
          <Button onPress={() => go({ room: 'answers' })}>{say('her.excerpt.hers.toAnswers')}</Button>
        </p>
      )}
    </>
  )
}
