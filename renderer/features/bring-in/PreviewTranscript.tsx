// The words of one item as they will be kept: hers in the reading face, everybody else's small and on a tint.
import { useEffect, useRef, useState } from 'react'
import { useAnswer } from '../../app/archive.tsx'
import { useAnnounce } from '../../app/announce.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { PreviewItem } from './batch-state.ts'
import type { PassageChange } from './batch-corrections.ts'
import type { BatchWork } from './batch-work.ts'
import { PreviewPassage } from './PreviewPassage.tsx'
import styles from './PreviewTranscript.module.css'

/** Passages drawn at a time; a long life history has thousands. */
const pageSize = 60

export function PreviewTranscript({
  item,
  work,
  textVersion,
}: {
  item: PreviewItem
  work: BatchWork
  textVersion: number
}) {
  const say = useWords()
  const announce = useAnnounce()
  const [shown, setShown] = useState(pageSize)
  const list = useRef<HTMLDivElement>(null)
  const focusOn = useRef<number | null>(null)
  const { value, failure, again } = useAnswer(
    [],
    (_archive, signal) => work.text(item.item, signal),
    [work, item.item, textVersion],
    { keepOld: true },
  )

  useEffect(() => {
    if (focusOn.current === null) return
    list.current?.querySelector<HTMLElement>(`[data-passage="${focusOn.current}"] button`)?.focus()
    focusOn.current = null
  }, [value])

  if (failure !== null)
    return (
      <Notice kind="care" action={<Button onPress={again}>{say('bringIn.again')}</Button>}>
        {say.failure(failure)}
      </Notice>
    )
  const passages = (value?.turns ?? []).flatMap((turn, turnAt) =>
    turn.passages.map((passage, passageAt) => ({ ...passage, turnAt, passageAt, speaker: turn.speaker })),
  )

  const change = (place: number, what: PassageChange): void => {
    const at = passages[place]
    if (at === undefined) return
    void work.corrections.correctPassage(item.item, at.turnAt, at.passageAt, what).then(() => {
      focusOn.current = what.kind === 'joinBefore' ? place - 1 : place
      announce(say('bringIn.changed'))
    })
  }
  return (
    <section className={styles.words}>
      <h3>{say('bringIn.itsWords')}</h3>
      <p className={styles.how}>{say('bringIn.itsWords.how')}</p>
      {value === undefined && <p className={styles.how}>{say('bringIn.itsWords.reading')}</p>}
      {value !== undefined && passages.length === 0 && <p>{say('bringIn.itsWords.none')}</p>}
      <div className={styles.passages} ref={list}>
        {passages.slice(0, shown).map((passage, place) => (
          <PreviewPassage
            key={`${passage.turnAt} ${passage.passageAt}`}
            place={place}
            text={passage.text}
            startMs={passage.startMs}
            speaker={passage.speaker}
            speakers={item.speakers}
            opensTurn={passage.passageAt === 0}
            language={item.language}
            onChange={(what) => change(place, what)}
          />
        ))}
      </div>
      {passages.length > shown && (
        <div className={styles.more}>
          <Button onPress={() => setShown(shown + pageSize * 4)}>{say('bringIn.itsWords.more')}</Button>
          <span className={styles.how}>
            {say('bringIn.itsWords.shown', { shown: say.number(shown), total: say.number(passages.length) })}
          </span>
        </div>
      )}
    </section>
  )
}
