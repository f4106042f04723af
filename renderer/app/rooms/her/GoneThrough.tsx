// "I have gone through it": from then on seven days begin, in which nothing leaves. Only she can do without them.
import { useState } from 'react'
import type { Standing } from '../../../features/consent/consent-shapes.ts'
import { Failed } from '../../../features/with-her/Failed.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnnounce } from '../../announce.tsx'
import { useAnswer, useArchive } from '../../archive.tsx'
import { useDoing } from '../../use-doing.ts'
import { useHerAbout } from './her-about.tsx'
import { useHerEvidence } from './her-evidence.ts'
import { OpenKey } from './OpenKey.tsx'
import styles from './HerRooms.module.css'

/** Asks for itself where it stands. */
export function GoneThrough({ testimony }: { testimony: string }) {
  const { value, failure, again } = useAnswer(
    ['consent'],
    (client, signal) => client.consent.read({ testimony }, signal),
    [testimony],
  )
  if (failure !== null) return <Failed failure={failure} />
  return value === undefined ? null : <WhereItStands testimony={testimony} standing={value} onKept={again} />
}

interface WhereItStandsProps {
  readonly testimony: string
  readonly standing: Pick<Standing, 'reviewedAt' | 'coolingOffUntil' | 'entries'>
  readonly onKept: () => void
}

export function WhereItStands({ testimony, standing, onKept }: WhereItStandsProps) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const doing = useDoing()
  const evidence = useHerEvidence()
  const [waiving, setWaiving] = useState(false)
  const { about, again: askAboutAgain } = useHerAbout()
  const lacksKey = about.hasPassphrase && !about.keyOpen
  const { reviewedAt, coolingOffUntil, entries } = standing
  const waived = entries.findLast(({ kind }) => kind === 'coolingOffWaived')
  const isCooling = waived === undefined && coolingOffUntil !== null && coolingOffUntil > new Date().toISOString()
  const keep = (call: 'reviewed' | 'waiveCoolingOff'): void =>
    doing.run(async () => {
      await archive.consent[call]({ testimony, evidence })
      setWaiving(false)
      announce(say(call === 'reviewed' ? 'her.through.kept' : 'her.through.waivedNow'))
      onKept()
    })
  return (
    <section className={styles.through} aria-labelledby="her-through">
      <h2 id="her-through">{say('her.through.title')}</h2>
      {reviewedAt === null ? (
        <>
          <p>{say('her.through.says')}</p>
          <Button onPress={() => keep('reviewed')} isDisabled={doing.busy}>
            {say('her.through')}
          </Button>
        </>
      ) : (
        <>
          <p>{say('her.through.on', { date: say.date(reviewedAt) })}</p>
          {isCooling && <p>{say('her.through.until', { moment: say.moment(coolingOffUntil) })}</p>}
          {waived !== undefined && <p>{say('her.through.waived', { date: say.date(waived.at) })}</p>}
          {waived === undefined && !isCooling && <p>{say('her.through.over')}</p>}
        </>
      )}
      {isCooling &&
        (waiving ? (
          <>
            <p>{say('her.through.waive.says')}</p>
            {lacksKey && (
              <>
                <p>{say('her.through.waive.signs')}</p>
                <OpenKey onOpened={askAboutAgain} />
              </>
            )}
            <div className={styles.row}>
              {!lacksKey && (
                <Button onPress={() => keep('waiveCoolingOff')} isDisabled={doing.busy}>
                  {say('her.through.waive.press')}
                </Button>
              )}
              <Button onPress={() => setWaiving(false)}>{say('her.through.wait')}</Button>
            </div>
          </>
        ) : (
          <div className={styles.row}>
            <Button onPress={() => setWaiving(true)}>{say('her.through.waive')}</Button>
          </div>
        ))}
      <Failed failure={doing.failure} />
    </section>
  )
}
