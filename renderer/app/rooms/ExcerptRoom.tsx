// One excerpt: its desk, with her consent cards and her review at hand.
import { useState } from 'react'
import { ExcerptDesk } from '../../features/excerpts/ExcerptDesk.tsx'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { useAnswer } from '../archive.tsx'
import { useNavigation } from '../navigation.tsx'
import { RefusedOfHer } from '../refused-of-her.tsx'
import { BesideExcerpt, type Beside } from './BesideExcerpt.tsx'

export default function ExcerptRoom() {
  const { place } = useNavigation()
  return place.room === 'excerpt' ? <OneExcerpt key={place.excerpt} id={place.excerpt} /> : null
}

function OneExcerpt({ id }: { id: string }) {
  const say = useWords()
  const { go } = useNavigation()
  const [beside, setBeside] = useState<Beside | null>(null)
  const { value: excerpt, failure } = useAnswer(
    ['givenOut'],
    (archive, signal) => archive.excerpts.read({ excerpt: id }, signal),
    [id],
  )
  const testimony = excerpt?.testimony
  const { value: read, failure: storyFailure } = useAnswer(
    ['story', 'words', 'marks'],
    // NOTE: together, so that nothing on the desk appears late and moves what is being read.
    async (archive, signal) => {
      if (testimony === undefined) return undefined
      const [read, besideStory] = await Promise.all([
        archive.story.read({ testimony }, signal),
        archive.writing.beside({ testimony }, signal),
      ])
      return { ...read, besideStory }
    },
    [testimony],
  )
  if (failure === 'notFound') {
    return (
      <Empty
        title={say('excerpts.notFound')}
        actions={<Button onPress={() => go({ room: 'excerpts' })}>{say('excerpts.back')}</Button>}
      />
    )
  }
  const failed = failure ?? storyFailure
  if (failed !== null)
    return (
      <Notice kind="care" said title={say('excerpts.failed')}>
        {say.failure(failed)}
      </Notice>
    )
  if (excerpt === undefined || read === undefined) return null
  return (
    <RefusedOfHer words={read.story.narrator.refusedWords}>
      <ExcerptDesk
        excerpt={excerpt}
        story={read.story}
        marks={read.marks}
        beside={read.besideStory}
        onStory={(passage, sheet) =>
          go({
            room: 'story',
            testimony: excerpt.testimony,
            ...(passage === null ? {} : { passage }),
            ...(sheet === undefined ? {} : { beside: sheet }),
          })
        }
        onCard={(use, passages) => setBeside({ kind: 'card', use, passages })}
        onReview={() => setBeside({ kind: 'review' })}
        onRegister={() => go({ room: 'givenOut' })}
      />
      {beside !== null && (
        <BesideExcerpt testimony={excerpt.testimony} beside={beside} onClose={() => setBeside(null)} />
      )}
    </RefusedOfHer>
  )
}
