// What others wrote or proposed, in each of her stories: changes to her words, labels, words about her. All of it waits for her.
import { Failed } from '../../../features/with-her/Failed.tsx'
import type { HerTestimony } from '../../../features/with-her/her-shapes.ts'
import { LabelOrder } from '../../../features/with-her/LabelOrder.tsx'
import { StanceCard } from '../../../features/with-her/StanceCard.tsx'
import { DeclinedSuggestions } from '../../../features/with-her/DeclinedSuggestions.tsx'
import { SuggestionCard } from '../../../features/with-her/SuggestionCard.tsx'
import { WordsAboutCard } from '../../../features/with-her/WordsAboutCard.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnnounce } from '../../announce.tsx'
import { useArchive } from '../../archive.tsx'
import { useHerAbout } from './her-about.tsx'
import { useHerPlace } from './her-place.tsx'
import { useHerStory } from './use-her-story.ts'
import styles from './HerRooms.module.css'

export default function HerWordsRoom() {
  const say = useWords()
  const { about } = useHerAbout()
  return (
    <div className={styles.room}>
      <h1 tabIndex={-1}>{say('her.room.words')}</h1>
      <p className={styles.lead}>{say('her.words.says')}</p>
      {about.testimonies.length === 0 && <p>{say('her.stories.none')}</p>}
      {about.testimonies.map((testimony) => (
        <WordsOfStory key={testimony.id} testimony={testimony} />
      ))}
    </div>
  )
}

const isHers = ({ assertedBy }: { readonly assertedBy: string }): boolean => assertedBy === 'narrator'

function WordsOfStory({ testimony: { id, title, language } }: { testimony: HerTestimony }) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const { go } = useHerPlace()
  const { again: askAboutAgain } = useHerAbout()
  const { value, failure, again } = useHerStory(id)
  if (failure !== null) return <Failed failure={failure} />
  if (value === undefined) return null
  const { read, beside } = value
  const { passages } = read.story
  const done = (said: string): void => {
    announce(said)
    again()
    askAboutAgain()
  }
  const byOthers = read.marks.labels.filter((label) => !isHers(label))
  const ownLabels = read.marks.labels.filter(isHers)
  const nothing =
    ownLabels.length < 2 && byOthers.length === 0 && beside.wordsAbout.length === 0 && beside.suggestions.length === 0
  return (
    <section className={styles.ofStory} aria-label={title}>
      <h2 data-voice="hers">
        <bdi lang={language}>{title}</bdi>
      </h2>
      {nothing && <p className={styles.soft}>{say('her.words.none')}</p>}
      {beside.suggestions.length > 0 && <h3>{say('her.words.suggestions')}</h3>}
      {beside.suggestions.map((suggestion) => {
        const passage = passages.find((one) => one.id === suggestion.passage)
        return (
          <div key={suggestion.id}>
            <SuggestionCard
              suggestion={suggestion}
              language={passage?.language ?? language}
              direction={passage?.direction ?? passages[0]?.direction ?? 'ltr'}
              onAnswer={async (answer) => {
                await archive.writing.answerSuggestion({ testimony: id, suggestion: suggestion.id, answer })
                done(say(`her.did.suggestion.${answer}`))
              }}
            />
            {passage !== undefined && (
              <Button
                kind="quiet"
                onPress={() => go({ room: 'story', testimony: id, passage: passage.id, list: false })}
              >
                {say('her.words.there')}
              </Button>
            )}
          </div>
        )
      })}
      <DeclinedSuggestions
        testimony={id}
        declined={beside.declined}
        onBroughtBack={() => done(say('her.suggestion.broughtBack'))}
      />
      {ownLabels.length > 1 && (
        <>
          <h3>{say('her.labels.order')}</h3>
          <LabelOrder
            labels={ownLabels}
            onMove={async (label, way) => {
              const { marks } = await archive.marks.moveLabel({ testimony: id, label: label.id, way })
              const number = marks.labels.filter(isHers).findIndex((one) => one.id === label.id) + 1
              done(say('her.did.labelMoved', { words: label.words, number }))
            }}
          />
        </>
      )}
      {byOthers.length > 0 && <h3>{say('her.words.labels')}</h3>}
      {byOthers.map((label) => (
        <StanceCard
          key={label.id}
          label={label}
          quotes={label.ranges.map(({ quote }) => quote)}
          onRemove={null}
          onStance={async (stance) => {
            const { words, meaning, assertedBy, colour } = label
            await archive.marks.changeLabel({
              testimony: id,
              label: label.id,
              words,
              language: label.language,
              meaning,
              assertedBy,
              colour,
              stance,
            })
            done(say('her.did.stance', { words, stance: say(`uses.stance.${stance}`) }))
          }}
        />
      ))}
      {beside.wordsAbout.length > 0 && <h3>{say('her.words.about')}</h3>}
      {beside.wordsAbout.map((words) => (
        <WordsAboutCard
          key={words.id}
          about={words}
          onAnswer={async (seen, answer) => {
            await archive.writing.answerWordsAbout({ testimony: id, wordsAbout: words.id, seen, answer })
            done(say(`her.did.wordsAbout.${seen}`))
          }}
        />
      ))}
    </section>
  )
}
