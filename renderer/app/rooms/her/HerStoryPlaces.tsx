// Where she is in one story: every passage with what she said to it, the title, and that she has gone through it.
import { Button } from '../../../ui/Button.tsx'
import type { BesideStory, Progress, ReadStory } from '../../../features/with-her/her-shapes.ts'
import { waitsForHer } from '../../../features/with-her/marks-here.ts'
import { DeclinedSuggestions } from '../../../features/with-her/DeclinedSuggestions.tsx'
import { SuggestionCard } from '../../../features/with-her/SuggestionCard.tsx'
import { TitleOfHers } from '../../../features/with-her/TitleOfHers.tsx'
import { walkOf } from '../../../features/with-her/walk.ts'
import { WhereSheIs } from '../../../features/with-her/WhereSheIs.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnnounce } from '../../announce.tsx'
import { useArchive } from '../../archive.tsx'
import { useHerAbout } from './her-about.tsx'
import { GoneThrough } from './GoneThrough.tsx'
import { useHerPlace } from './her-place.tsx'
import styles from './HerRooms.module.css'

interface HerStoryPlacesProps {
  readonly read: ReadStory
  readonly beside: BesideStory
  readonly progress: Progress
  readonly again: () => void
  readonly wordsHidden: boolean
  readonly onGo: (passage: string) => void
}

export function HerStoryPlaces({ read, beside, progress, again, wordsHidden, onGo }: HerStoryPlacesProps) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const { place, go } = useHerPlace()
  const { isCopy } = useHerAbout().about
  const { story, marks } = read
  const { id, language } = story.testimony
  const [first] = story.passages
  const waiting = new Set([
    ...beside.suggestions.flatMap(({ passage }) => (passage === null ? [] : [passage])),
    ...marks.labels.filter(waitsForHer).flatMap(({ ranges }) => ranges.map(({ passage }) => passage)),
  ])
  return (
    <div className={styles.places}>
      <section aria-labelledby="her-where">
        <h2 id="her-where">{say('her.where')}</h2>
        <p className={styles.soft}>{say('her.where.says')}</p>
        {wordsHidden ? (
          <p>{say('her.hidden.list')}</p>
        ) : (
          <WhereSheIs
            passages={story.passages}
            walk={walkOf(story)}
            progress={progress}
            sealed={new Set(marks.seals.map(({ passage }) => passage))}
            waiting={waiting}
            onGo={onGo}
          />
        )}
      </section>
      {(waiting.size > 0 || beside.wordsAbout.length > 0) && (
        <p>
          <Button onPress={() => go({ room: 'words' })}>{say('her.room.words')}</Button>
        </p>
      )}
      <section aria-labelledby="her-title">
        <h2 id="her-title">{say('her.title')}</h2>
        {beside.suggestions
          .filter(({ passage }) => passage === null)
          .map((suggestion) => (
            <SuggestionCard
              key={suggestion.id}
              suggestion={suggestion}
              language={language}
              direction={first?.direction ?? 'ltr'}
              onAnswer={async (answer) => {
                await archive.writing.answerSuggestion({ testimony: id, suggestion: suggestion.id, answer })
                announce(say(`her.did.suggestion.${answer}`))
                again()
              }}
            />
          ))}
        <DeclinedSuggestions
          testimony={id}
          declined={beside.declined.filter(({ passage }) => passage === null)}
          onBroughtBack={again}
        />
        <TitleOfHers key={`${story.testimony.title} ${story.testimony.titleBy}`} testimony={story.testimony} />
      </section>
      <GoneThrough testimony={id} />
      {!isCopy && (
        <section aria-labelledby="her-erase">
          <h2 id="her-erase">{say('erase.heading')}</h2>
          <Button onPress={() => go({ room: 'erase', target: { kind: 'story', testimony: id }, from: place })}>
            {say('erase.open.story')}
          </Button>
        </section>
      )}
    </div>
  )
}
