// The mosaic, drawn: what they already have of hers beside what they would get, and what could be put together of both.
import type { z } from 'zod'
import type { mosaicAnswer, mosaicFeature } from '../../../shared/contract/mosaic.ts'
import { useAnswer } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { MosaicAgain } from './MosaicAgain.tsx'
import styles from './Mosaic.module.css'

export type MosaicAnswer = z.infer<typeof mosaicAnswer>
type Feature = z.infer<typeof mosaicFeature>

interface MosaicProps {
  readonly excerpt: string
  readonly recipientName: string
  /** To her it speaks of "you". */
  readonly to: 'others' | 'her'
  /** Opens the story at a passage, where something can be taken out; left out where there is no story to open. */
  readonly onPassage?: ((passage: string) => void) | undefined
}

export function Mosaic({ excerpt, recipientName, to, onPassage }: MosaicProps) {
  const say = useWords()
  const { value, failure } = useAnswer(
    ['excerpts', 'givenOut', 'consent', 'marks', 'story', 'words'],
    (archive, signal) => archive.mosaic.beside({ excerpt }, signal),
    [excerpt],
    { keepOld: true },
  )
  const toHer = to === 'her'
  return (
    <section className={styles.mosaic}>
      <h2>{say('mosaic.title')}</h2>
      {failure !== null && (
        <Notice kind="care" title={say('mosaic.failed')}>
          {say.failure(failure)}
        </Notice>
      )}
      {value === undefined && failure === null && <p className={styles.soft}>{say('mosaic.looking')}</p>}
      {value !== undefined && value.held.length === 0 && (
        <p className={styles.soft}>{say(toHer ? 'mosaic.her.none' : 'mosaic.none', { recipient: recipientName })}</p>
      )}
      {value !== undefined && value.held.length > 0 && (
        <Known mosaic={value} recipientName={recipientName} toHer={toHer} />
      )}
      {value !== undefined && toHer && <WhenCompared at={value.comparedAt} />}
      {value !== undefined && <PointsToHer mosaic={value} toHer={toHer} onPassage={onPassage} />}
      {value !== undefined && value.readable.length > 0 && <Readable mosaic={value} onPassage={onPassage} />}
      {value !== undefined && value.again.length > 0 && <MosaicAgain mosaic={value} />}
      {value !== undefined && (value.held.length > 0 || value.alone.length > 0) && (
        <p className={styles.last}>
          {say(toHer ? 'mosaic.her.decide' : 'mosaic.decide')} {say('mosaic.more')}
        </p>
      )}
    </section>
  )
}

interface PartProps {
  readonly mosaic: MosaicAnswer
  readonly onPassage?: MosaicProps['onPassage']
}

/** What they have, and under which name they know her. */
function Known({ mosaic, recipientName, toHer }: PartProps & { recipientName: string; toHer: boolean }) {
  const say = useWords()
  const { held, name } = mosaic
  const names = held.filter((one) => one.name !== null && one.name !== name)
  return (
    <>
      <p>{say(toHer ? 'mosaic.her.held' : 'mosaic.held', { recipient: recipientName, count: held.length })}</p>
      {[...new Map(names.map((one) => [one.name, one])).values()].map((one) => {
        const said = { known: one.name ?? '', date: say.date(one.at) }
        return (
          <p key={one.disclosure} className={styles.telling}>
            {name === null
              ? say(toHer ? 'mosaic.her.names.nameless' : 'mosaic.names.nameless', said)
              : say(toHer ? 'mosaic.her.names' : 'mosaic.names', { ...said, now: name })}
          </p>
        )
      })}
      <Disclosure title={say('mosaic.held.title')}>
        <ul className={styles.plain}>
          {held.map(({ disclosure, title, at, passages, name: then }) => (
            <li key={disclosure}>
              {then === null
                ? say('mosaic.held.unnamed', { title, date: say.date(at), passages })
                : say('mosaic.held.one', { title, date: say.date(at), passages, name: then })}
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  )
}

/** To her: what compares with what others say is not worked out while she is at the window. */
function WhenCompared({ at }: { at: string | null }) {
  const say = useWords()
  const words = at === null ? say('mosaic.her.notYet') : say('mosaic.her.compared', { date: say.date(at) })
  return <p className={styles.soft}>{words}</p>
}

function PointsToHer({ mosaic, toHer, onPassage }: PartProps & { toHer: boolean }) {
  const say = useWords()
  const { together, alone } = mosaic
  const one = (feature: Feature) => (
    <FeatureLine
      key={`${feature.words} ${feature.where.disclosure ?? ''}`}
      feature={feature}
      mosaic={mosaic}
      onPassage={onPassage}
    />
  )
  return (
    <>
      {together.length > 0 && (
        <>
          <h3>{say('mosaic.together')}</h3>
          <p className={styles.soft}>{say(toHer ? 'mosaic.her.together.says' : 'mosaic.together.says')}</p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say('mosaic.they')}</th>
                <th scope="col">{say('mosaic.adds')}</th>
              </tr>
            </thead>
            <tbody>
              {together.map(({ features }) => (
                <tr key={features.map(({ words }) => words).join(' ')}>
                  <td>{features.filter(({ where }) => where.disclosure !== null).map(one)}</td>
                  <td>{features.filter(({ where }) => where.disclosure === null).map(one)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {alone.length > 0 && (
        <>
          <h3>{say(toHer ? 'mosaic.her.alone' : 'mosaic.alone')}</h3>
          <ul className={styles.plain}>
            {alone.map((feature) => (
              <li key={`${feature.words} ${feature.where.disclosure ?? ''}`}>{one(feature)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** One thing, where it stands, and the way to it. */
function FeatureLine({ feature, mosaic, onPassage }: PartProps & { feature: Feature }) {
  const say = useWords()
  const { words, where } = feature
  const given = mosaic.held.find(({ disclosure }) => disclosure === where.disclosure)
  const place =
    given !== undefined
      ? say('mosaic.where.given', { date: say.date(given.at) })
      : say(where.passage === null ? 'mosaic.where.around' : 'mosaic.where.here')
  return (
    <div className={styles.feature}>
      <bdi className={styles.words}>{say('mosaic.quoted', { words })}</bdi> <span className={styles.soft}>{place}</span>
      {where.disclosure === null && <ToPassage passage={where.passage} words={words} onPassage={onPassage} />}
    </div>
  )
}

function ToPassage({
  passage,
  words,
  onPassage,
}: Pick<PartProps, 'onPassage'> & { passage: string | null; words: string }) {
  const say = useWords()
  if (passage === null || onPassage === undefined) return null
  return (
    <Button small kind="quiet" aria-label={say('mosaic.open.named', { words })} onPress={() => onPassage(passage)}>
      {say('mosaic.open')}
    </Button>
  )
}

function Readable({ mosaic, onPassage }: PartProps) {
  const say = useWords()
  return (
    <>
      <h3>{say('mosaic.readable')}</h3>
      <ul className={styles.plain}>
        {mosaic.readable.map(({ words, hidden, disclosure, passage }) => {
          const at = mosaic.held.find((one) => one.disclosure === disclosure)?.at ?? ''
          return (
            <li key={`${words} ${hidden} ${disclosure} ${passage}`}>
              {say(`mosaic.readable.${hidden}`, { words, date: at === '' ? '' : say.date(at) })}{' '}
              {hidden === 'then' && <ToPassage passage={passage} words={words} onPassage={onPassage} />}
            </li>
          )
        })}
      </ul>
    </>
  )
}
