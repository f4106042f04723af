// The excerpts: what is being made, what has been given out, and beginning a new one.
import { useState } from 'react'
import { BeginExcerpt } from '../../features/excerpts/BeginExcerpt.tsx'
import { ExcerptList } from '../../features/excerpts/ExcerptList.tsx'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { useAnswer } from '../archive.tsx'
import { useNavigation } from '../navigation.tsx'
import { RoomHeader } from '../RoomHeader.tsx'
import styles from './excerpts-rooms.module.css'

export default function ExcerptsRoom() {
  const say = useWords()
  const { go } = useNavigation()
  const [isBeginning, setBeginning] = useState(false)
  const { value, failure } = useAnswer(
    ['excerpts', 'givenOut', 'story', 'words'],
    (archive, signal) => archive.excerpts.list({}, signal),
    [],
  )
  const begin = (
    <Button kind="primary" onPress={() => setBeginning(true)}>
      {say('excerpts.new')}
    </Button>
  )
  return (
    <div className={styles.room}>
      <RoomHeader title={say('excerpts.title')} about={say('excerpts.says')}>
        {value !== undefined && value.excerpts.length > 0 && begin}
      </RoomHeader>
      {failure !== null && (
        <Notice kind="care" said title={say('excerpts.failed')}>
          {say.failure(failure)}
        </Notice>
      )}
      {value?.excerpts.length === 0 && (
        <Empty title={say('excerpts.empty.title')} actions={begin}>
          <p>{say('excerpts.empty.says')}</p>
        </Empty>
      )}
      {value !== undefined && value.excerpts.length > 0 && (
        <ExcerptList excerpts={value.excerpts} onOpen={(excerpt) => go({ room: 'excerpt', excerpt })} />
      )}
      <BeginExcerpt
        testimony={null}
        passages={[]}
        isOpen={isBeginning}
        onClose={() => setBeginning(false)}
        onBegun={(excerpt) => go({ room: 'excerpt', excerpt })}
      />
    </div>
  )
}
