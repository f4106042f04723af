// The whole story in order, to choose from. It is shown as the readers of this use would get it.
import { memo, useCallback, useMemo, useRef, useState } from 'react'
import type { Marks } from '../../../shared/domain/marks/marks.ts'
import { withTies } from '../../../shared/domain/excerpts/pulled-along.ts'
import { useOf, type UseName } from '../../../shared/domain/consent/uses.ts'
import { useAnswer } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { asksOfPassages } from './asks-of-passages.ts'
import { CameAlong, type MovedAlong } from './CameAlong.tsx'
import type { Caption, Story } from './excerpt-shapes.ts'
import { PassageRow } from './PassageRow.tsx'
import styles from './excerpts.module.css'

interface Props {
  readonly story: Story
  readonly use: UseName
  readonly marks: Marks
  readonly chosen: readonly string[]
  readonly captions: readonly Caption[]
  readonly isDisabled: boolean
  readonly onChange: (chosen: readonly string[]) => void
  readonly onCaption: (passage: string, text: string) => void
}

// NOTE: a story may have thousands of passages, and every key that is pressed elsewhere draws the desk again.
export const ChoosePassages = memo(function ChoosePassages({
  story,
  use,
  marks,
  chosen,
  captions,
  isDisabled,
  onChange,
  onCaption,
}: Props) {
  const say = useWords()
  const [onlyChosen, setOnlyChosen] = useState(false)
  const { reach } = useOf(use)
  const { value: view, failure } = useAnswer(
    ['story', 'words', 'marks'],
    (archive, signal) => archive.story.viewAs({ testimony: story.testimony.id, reach }, signal),
    [story.testimony.id, reach],
  )
  const shown = useMemo(() => new Map(view?.passages.map((one) => [one.passage, one])), [view])
  const turns = useMemo(() => new Map(story.turns.map(({ id, speaker }) => [id, speaker])), [story])
  const speakers = useMemo(() => new Map(story.speakers.map((speaker) => [speaker.id, speaker])), [story])
  const isChosen = useMemo(() => new Set(chosen), [chosen])

  const asks = useMemo(() => asksOfPassages(say, marks.ties), [say, marks])
  const captionOf = useMemo(() => new Map(captions.map((caption) => [caption.passage, caption])), [captions])
  const [moved, setMoved] = useState<MovedAlong | null>(null)

  const latest = useRef({ chosen, onChange })
  latest.current = { chosen, onChange }
  const order = useMemo(() => story.passages.map(({ id }) => id), [story])
  const toggle = useCallback(
    (passage: string) => {
      const before = latest.current.chosen
      const way = before.includes(passage) ? 'leave' : 'choose'
      const choice = withTies(order, marks, before, [passage], way)
      setMoved(choice.along.length === 0 ? null : { way, along: choice.along, before })
      latest.current.onChange(choice.chosen)
    },
    [order, marks],
  )
  const chooseThese = (these: readonly string[]): void => {
    setMoved(null)
    onChange(these)
  }

  // NOTE: rows without their words would grow as the words come, and whoever ticks just then would tick another.
  const listed =
    view === undefined
      ? []
      : story.passages
          .map((passage, index) => ({ passage, number: index + 1 }))
          .filter(({ passage }) => !onlyChosen || isChosen.has(passage.id))
  return (
    <section className={styles.choose} aria-labelledby="choose-passages">
      <div className={styles.chooseHead}>
        <h2 id="choose-passages">{say('excerpts.choose')}</h2>
        <p className={styles.soft}>{say('excerpts.chooseSays', { reach: say(`uses.reach.${reach}`) })}</p>
        <div className={styles.tools}>
          <span>{say('excerpts.chosen', { chosen: chosen.length, all: story.passages.length })}</span>
          <Button small onPress={() => chooseThese(order)} isDisabled={isDisabled}>
            {say('excerpts.all')}
          </Button>
          <Button small onPress={() => chooseThese([])} isDisabled={isDisabled}>
            {say('excerpts.none')}
          </Button>
          <CheckBox isSelected={onlyChosen} onChange={setOnlyChosen}>
            {say('excerpts.onlyChosen')}
          </CheckBox>
        </div>
      </div>
      {moved !== null && !isDisabled && (
        <CameAlong story={story} moved={moved} onUndo={() => chooseThese(moved.before)} />
      )}
      {failure !== null && (
        <Notice kind="care" said>
          {say.failure(failure)}
        </Notice>
      )}
      {view === undefined && failure === null && <p className={styles.soft}>{say('excerpts.reading')}</p>}
      {view !== undefined && listed.length === 0 && <p className={styles.soft}>{say('excerpts.nothingChosenHere')}</p>}
      <ol className={styles.passages}>
        {listed.map(({ passage, number }) => {
          const speaker = speakers.get(turns.get(passage.turn) ?? '')
          const role = speaker?.role ?? 'other'
          return (
            <PassageRow
              key={passage.id}
              passage={passage}
              shown={shown.get(passage.id)}
              number={number}
              // NOTE: the narrator's own name may be hidden from these readers; her role says enough here.
              speaker={
                role === 'narrator' ? (view?.narratorName ?? say('uses.role.narrator')) : say(`uses.role.${role}`)
              }
              role={role}
              isChosen={isChosen.has(passage.id)}
              isDisabled={isDisabled}
              asks={asks.get(passage.id)}
              caption={captionOf.get(passage.id)}
              onToggle={toggle}
              onCaption={onCaption}
            />
          )
        })}
      </ol>
    </section>
  )
})
