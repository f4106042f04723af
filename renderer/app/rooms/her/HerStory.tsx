// One story with her: the passage where she is, or the list of all her passages and what she has said to each.
import { useState } from 'react'
import type { Story } from '../../../../shared/domain/story.ts'
import { timesInSound } from '../../../features/marks/times-in-sound.ts'
import { HerOffRecord } from '../../../features/record/HerOffRecord.tsx'
import { Review } from '../../../features/with-her/Review.tsx'
import { walkOf, whereToBegin } from '../../../features/with-her/walk.ts'
import { Button } from '../../../ui/Button.tsx'
import { CheckBox } from '../../../ui/CheckBox.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import { useCommand } from '../../commands.tsx'
import { useWhileOpen } from '../../while-open.ts'
import { useHerAbout } from './her-about.tsx'
import { useHerPlace } from './her-place.tsx'
import { HerStoryPlaces } from './HerStoryPlaces.tsx'
import { OpenKey } from './OpenKey.tsx'
import { useHerSound } from './use-her-sound.tsx'
import { useHerStory, type HerStoryRead } from './use-her-story.ts'
import styles from './HerRooms.module.css'

export default function HerStory() {
  const { place } = useHerPlace()
  return place.room === 'story' ? <OneStory key={place.testimony} testimony={place.testimony} /> : null
}

function OneStory({ testimony }: { testimony: string }) {
  const say = useWords()
  const { place, go } = useHerPlace()
  const { value, failure, again } = useHerStory(testimony)
  const back = <Button onPress={() => go({ room: 'stories' })}>{say('her.back')}</Button>
  const hasSound = value !== undefined && value.read.story.recordings.length > 0
  const near = (): void => go({ room: 'sound', testimony, passage: place.room === 'story' ? place.passage : null })
  useCommand({ id: 'story.near', run: near, when: hasSound })
  if (value === undefined) {
    if (failure === null) return <p className={styles.room}>{say('story.opening')}</p>
    return (
      <div className={styles.room}>
        <Notice kind="care" said action={back}>
          {say.failure(failure)}
        </Notice>
      </div>
    )
  }
  if (value.read.story.passages.length === 0) {
    return (
      <div className={styles.room}>
        <Title testimony={value.read.story.testimony} />
        <Empty
          title={say('her.story.empty')}
          actions={
            <>
              {hasSound && (
                <Button kind="primary" onPress={near}>
                  {say('her.near')}
                </Button>
              )}
              {back}
            </>
          }
        >
          {say('her.story.emptySays')}
        </Empty>
        <HerOffRecord testimony={testimony} openKey={(onOpened) => <OpenKey onOpened={onOpened} />} />
      </div>
    )
  }
  return <OpenStory {...value} again={again} onNear={hasSound ? near : null} />
}

/** To ears; the band says it to eyes. */
function Title({ testimony }: { testimony: Story['testimony'] }) {
  return (
    <h1 tabIndex={-1} className={styles.title} data-voice={testimony.titleBy === 'narrator' ? 'hers' : 'others'}>
      <bdi lang={testimony.language}>{testimony.title}</bdi>
    </h1>
  )
}

type Opened = NonNullable<HerStoryRead['value']> & {
  readonly again: () => void
  /** Null where there is no sound. */
  readonly onNear: (() => void) | null
}

function OpenStory({ read, beside, progress, again, onNear }: Opened) {
  const say = useWords()
  const { place, go } = useHerPlace()
  const { about, again: askAboutAgain } = useHerAbout()
  const { story } = read
  const testimony = story.testimony.id
  const { sound, element } = useHerSound(story)
  const [wordsHidden, setWordsHidden] = useWhileOpen('her.wordsHidden', false)
  const list = place.room === 'story' && place.list
  const asked = place.room === 'story' ? place.passage : null
  const [began] = useState(() => whereToBegin(walkOf(story).steps, story.passages, progress.last))
  const passage = story.passages.find(({ id }) => id === asked) ?? story.passages.find(({ id }) => id === began)
  const goTo = (id: string | null, toList: boolean): void => go({ room: 'story', testimony, passage: id, list: toList })
  return (
    <div className={styles.storyRoom}>
      {element}
      <div className={styles.top}>
        <Title testimony={story.testimony} />
        <div className={styles.row}>
          {list ? (
            <Button onPress={() => goTo(passage?.id ?? null, false)}>{say('her.goOn')}</Button>
          ) : (
            <Button onPress={() => goTo(passage?.id ?? null, true)}>{say('her.where')}</Button>
          )}
          {onNear !== null && <Button onPress={onNear}>{say('her.near')}</Button>}
          <Button onPress={() => go({ room: 'stories' })}>{say('her.back')}</Button>
          <CheckBox isSelected={wordsHidden} onChange={setWordsHidden}>
            {say('her.hideWords')}
          </CheckBox>
        </div>
      </div>
      {(list || passage === undefined) && (
        <HerOffRecord testimony={testimony} openKey={(onOpened) => <OpenKey onOpened={onOpened} />} />
      )}
      {list || passage === undefined ? (
        <HerStoryPlaces
          read={read}
          beside={beside}
          progress={progress}
          again={again}
          wordsHidden={wordsHidden}
          onGo={(id) => goTo(id, false)}
        />
      ) : (
        <Review
          about={about}
          read={read}
          beside={beside}
          progress={progress}
          passage={passage}
          onPassage={(id) => goTo(id, false)}
          sound={sound}
          timesOf={timesInSoundOf}
          openKey={<OpenKey onOpened={askAboutAgain} />}
          again={again}
          wordsHidden={wordsHidden}
          onPlaces={() => goTo(passage.id, true)}
          onPassphrase={() => go({ room: 'about', part: 'passphrase' })}
          onErase={
            about.isCopy
              ? null
              : () =>
                  go({ room: 'erase', target: { kind: 'passages', testimony, passages: [passage.id] }, from: place })
          }
        />
      )}
    </div>
  )
}

/** NOTE: where the words' own times are not known, the whole passage falls silent rather than too little. */
function timesInSoundOf(passage: Parameters<typeof timesInSound>[0], start: number, end: number) {
  const { startMs, endMs } = timesInSound(passage, start, end)
  return startMs === null || endMs === null || endMs <= startMs ? { startMs: null, endMs: null } : { startMs, endMs }
}
