// The whole passage, or only some of its words: asked wherever something is to lie on them.
import type { Passage } from '../../../shared/domain/story.ts'
import { Answers } from '../../ui/Answers.tsx'
import { useWords } from '../../words/say.tsx'
import { stretchesOf, type Stretch } from './choosing-words.ts'
import { WordChooser } from './WordChooser.tsx'

export interface Which {
  readonly much: 'all' | 'some' | null
  readonly words: ReadonlySet<number>
}

export const noWords: Which = { much: null, words: new Set() }

/** Empty while nothing is chosen. */
export function chosenIn({ much, words }: Which, { text, language }: Passage): readonly Stretch[] {
  if (much === 'all') return [{ start: 0, end: text.length }]
  return much === 'some' ? stretchesOf(text, language, words) : []
}

interface WhichWordsProps {
  readonly passage: Passage
  readonly which: Which
  readonly onWhich: (which: Which) => void
  readonly tried: boolean
}

export function WhichWords({ passage, which, onWhich, tried }: WhichWordsProps) {
  const say = useWords()
  const isMissing = tried && chosenIn(which, passage).length === 0
  return (
    <>
      <Answers<'all' | 'some'>
        label={say('her.which')}
        value={which.much}
        onChange={(much) => onWhich({ ...which, much })}
        options={[
          { id: 'all', name: say('her.which.all') },
          { id: 'some', name: say('her.which.some') },
        ]}
        wrong={isMissing ? say(which.much === 'some' ? 'her.which.noneChosen' : 'her.missing') : null}
      />
      {which.much === 'some' && (
        <WordChooser
          text={passage.text}
          language={passage.language}
          direction={passage.direction}
          chosen={which.words}
          onChosen={(words) => onWhich({ ...which, words })}
        />
      )}
    </>
  )
}
