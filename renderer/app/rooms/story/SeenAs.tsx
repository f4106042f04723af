// The story as somebody would get it, while it is asked for, or why it cannot be shown; nothing while it is looked at whole.
import { useState, type ReactNode } from 'react'
import type { Passage, Speaker, Story } from '../../../../shared/domain/story.ts'
import type { ShownView } from '../../../features/story/ViewAsSwitch.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import type { Answer } from '../../archive.tsx'
import styles from './OpenStory.module.css'
import { SeenStory, type SeenBy } from './SeenStory.tsx'

interface SeenAsProps {
  readonly view: ShownView
  readonly seen: Answer<SeenBy | null>
  readonly story: Story
  readonly sounding: string | null
  readonly follows: boolean
  readonly onPlayFrom: ((passage: Passage, offset: number) => void) | null
}

export function SeenAs({ view, seen, story, sounding, follows, onPlayFrom }: SeenAsProps) {
  const say = useWords()
  // Kept while the whole story is looked at in between.
  const [here, setHere] = useState(0)
  const nameOf = ({ role }: Speaker): string =>
    (role === 'narrator' ? seen.value?.narratorName : null) || say(`uses.role.${role}`)

  const words = (): ReactNode => {
    if (seen.failure !== null) {
      return (
        <div className={styles.opening}>
          <Notice kind="care" said>
            {say.failure(seen.failure)}
          </Notice>
        </div>
      )
    }
    if (view === 'whole') return null
    if (seen.value === undefined || seen.value === null) return <p className={styles.opening}>{say('story.opening')}</p>
    return (
      <SeenStory
        story={story}
        seen={seen.value}
        nameOf={nameOf}
        here={here}
        onHere={setHere}
        sounding={sounding}
        follows={follows}
        onPlayFrom={onPlayFrom}
      />
    )
  }
  return (
    <>
      {view !== 'whole' && <p className={styles.viewing}>{say(`story.viewing.${view}`)}</p>}
      {words()}
    </>
  )
}
