// The consent conversation at her own window: she reads, answers and keeps by herself.
import { Conversation } from '../../../features/consent/conversation/Conversation.tsx'
import { useWords } from '../../../words/say.tsx'
import { useCommand } from '../../commands.tsx'
import { ScopeOfAnswer } from '../ScopeOfAnswer.tsx'
import { useHerAbout } from './her-about.tsx'
import { useHerEvidence } from './her-evidence.ts'
import { useHerPlace } from './her-place.tsx'
import styles from './HerRooms.module.css'

export default function HerConversation() {
  const say = useWords()
  const { place, go } = useHerPlace()
  const { about } = useHerAbout()
  const evidence = useHerEvidence()
  useCommand({ id: 'print', run: () => window.print() })
  const story = place.room === 'conversation' ? about.testimonies.find(({ id }) => id === place.testimony) : undefined
  if (place.room !== 'conversation' || story === undefined) return null
  return (
    <div className={styles.room}>
      <h1 tabIndex={-1}>{say('talk.title')}</h1>
      <p className={styles.lead}>{say.rich('talk.about', { title: <bdi lang={story.language}>{story.title}</bdi> })}</p>
      <Conversation
        key={story.id}
        testimony={story.id}
        title={{ text: story.title, language: story.language }}
        who="narrator"
        herEvidence={evidence}
        isCopy={about.isCopy}
        choosePassages={(props) => <ScopeOfAnswer testimony={story.id} wrong={null} {...props} />}
        first={null}
        onlyAgain={place.onlyAgain}
        onLeave={() => go({ room: 'answers' })}
        onNames={() => go({ room: 'about', part: 'lists' })}
      />
    </div>
  )
}
