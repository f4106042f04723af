// The register of what has left.
import { Register } from '../../features/given-out/Register.tsx'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { useAnswer } from '../archive.tsx'
import { useNavigation } from '../navigation.tsx'
import { RoomHeader } from '../RoomHeader.tsx'
import styles from './excerpts-rooms.module.css'

export default function GivenOutRoom() {
  const say = useWords()
  const { go } = useNavigation()
  const { value, failure } = useAnswer(
    ['givenOut', 'consent'],
    (archive, signal) => archive.givenOut.list({}, signal),
    [],
  )
  return (
    <div className={styles.room}>
      <RoomHeader title={say('givenOut.title')} />
      {failure !== null && (
        <Notice kind="care" said title={say('givenOut.failed')}>
          {say.failure(failure)}
        </Notice>
      )}
      <p>{say('givenOut.says')}</p>
      <p>{say('givenOut.outside')}</p>
      {value?.disclosures.length === 0 && (
        <Empty
          title={say('givenOut.empty.title')}
          actions={<Button onPress={() => go({ room: 'excerpts' })}>{say('givenOut.empty.excerpts')}</Button>}
        >
          <p>{say('givenOut.empty.says')}</p>
        </Empty>
      )}
      {value !== undefined && value.disclosures.length > 0 && (
        <Register rows={value.disclosures} onStory={(testimony) => go({ room: 'story', testimony })} />
      )}
    </div>
  )
}
