// The register of what has left; one row of it, with what is called back; and what others have called back.
import { CatalogueDesk } from '../../features/catalogue/CatalogueDesk.tsx'
import { ListsThatLeft } from '../../features/catalogue/ListsThatLeft.tsx'
import { ListedRecalls } from '../../features/given-out/ListedRecalls.tsx'
import { Register } from '../../features/given-out/Register.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { useAnswer } from '../archive.tsx'
import { useNavigation } from '../navigation.tsx'
import { RoomHeader } from '../RoomHeader.tsx'
import { OneGivenOut } from './OneGivenOut.tsx'
import styles from './excerpts-rooms.module.css'

export default function GivenOutRoom() {
  const { place } = useNavigation()
  if (place.room !== 'givenOut') return null
  return place.disclosure === undefined ? (
    <EveryRow />
  ) : (
    <OneGivenOut key={place.disclosure} disclosure={place.disclosure} />
  )
}

function EveryRow() {
  const say = useWords()
  const { go } = useNavigation()
  const { value, failure } = useAnswer(
    ['givenOut', 'consent', 'marks'],
    async (archive, signal) => {
      const [{ disclosures }, { recalls }, { listed }] = await Promise.all([
        archive.givenOut.list({}, signal),
        archive.recall.list({}, signal),
        archive.recall.listed({}, signal),
      ])
      return { disclosures, recalls: new Map(recalls.map((one) => [one.disclosure, one])), listed }
    },
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
        <Register
          rows={value.disclosures}
          recalls={value.recalls}
          onStory={(testimony) => go({ room: 'story', testimony })}
          onRecall={(disclosure) => go({ room: 'givenOut', disclosure })}
        />
      )}
      {value !== undefined && <ListedRecalls listed={value.listed} />}
      <ListsThatLeft />
      <Disclosure title={say('catalogue.title')}>
        <CatalogueDesk />
      </Disclosure>
    </div>
  )
}
