// One row of the register: what of it is closed, and what has come of calling it back.
import { RecallScreen } from '../../features/given-out/RecallScreen.tsx'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { useAnswer } from '../archive.tsx'
import { useNavigation } from '../navigation.tsx'
import { RoomHeader } from '../RoomHeader.tsx'
import styles from './excerpts-rooms.module.css'

export function OneGivenOut({ disclosure }: { disclosure: string }) {
  const say = useWords()
  const { go } = useNavigation()
  const { value, failure } = useAnswer(
    ['givenOut', 'consent', 'marks', 'story', 'words'],
    (archive, signal) => archive.recall.read({ disclosure }, signal),
    [disclosure],
  )
  const back = <Button onPress={() => go({ room: 'givenOut' })}>{say('recall.back')}</Button>
  if (failure !== null && value === undefined)
    return (
      <Empty title={say('recall.notFound')} actions={back}>
        <p>{say.failure(failure)}</p>
      </Empty>
    )
  if (value === undefined) return null
  return (
    <div className={styles.room}>
      <RoomHeader title={say('recall.title', { recipient: value.recipient.name })}>{back}</RoomHeader>
      {failure !== null && (
        <Notice kind="care" said title={say('recall.failed')}>
          {say.failure(failure)}
        </Notice>
      )}
      <RecallScreen details={value} onStory={(passage) => go({ room: 'story', testimony: value.testimony, passage })} />
    </div>
  )
}
