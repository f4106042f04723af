// About her: her names, her place in lists, refused words; the colour of her window; her passphrase; language, light and size.
import { useEffect, useRef } from 'react'
import { AboutHer } from '../../../features/with-her/AboutHer.tsx'
import { Receipt } from '../../../features/receipt/Receipt.tsx'
import { Failed } from '../../../features/with-her/Failed.tsx'
import { HerColour } from '../../../features/with-her/HerColour.tsx'
import { Looks } from '../../../features/settings/Looks.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnswer } from '../../archive.tsx'
import { LanguageSwitch } from '../../LanguageSwitch.tsx'
import { usePreferences } from '../../preferences.tsx'
import { useHerAbout } from './her-about.tsx'
import { useHerPlace } from './her-place.tsx'
import { HerPassphrase } from './HerPassphrase.tsx'
import styles from './HerRooms.module.css'

export default function HerAbout() {
  const say = useWords()
  const { about, again } = useHerAbout()
  const { theme, textSize, change } = usePreferences()
  const [first] = about.testimonies
  const { value, failure } = useAnswer(
    [],
    async (archive, signal) => (first === undefined ? null : archive.story.read({ testimony: first.id }, signal)),
    [first?.id],
  )
  const narrator = value?.story.narrator
  const { place, go } = useHerPlace()
  const part = place.room === 'about' ? place.part : undefined
  const isThere = narrator !== undefined
  const lists = useRef<HTMLElement>(null)
  const passphrase = useRef<HTMLElement>(null)
  // Whoever comes for something comes to it, and not to the top.
  useEffect(() => {
    if (part === undefined || !isThere) return
    const wanted = { lists, passphrase }[part].current
    wanted?.scrollIntoView({ block: 'start' })
    wanted?.querySelector<HTMLElement>('input:checked, h2')?.focus({ preventScroll: true })
  }, [part, isThere])
  return (
    <div className={styles.room}>
      <h1 tabIndex={-1}>{say('her.room.about')}</h1>
      <Failed failure={failure} />
      {narrator !== undefined && <AboutHer narrator={narrator} lists={lists} onKept={again} />}
      {first !== undefined && (
        <section className={styles.part}>
          <Receipt narrator={about.narrator} language={first.language} who="her" />
        </section>
      )}
      <section className={styles.part}>
        <HerColour colour={about.colour} onChosen={again} />
      </section>
      <section ref={passphrase} className={styles.part}>
        <h2 tabIndex={-1}>{say('her.passphrase.title')}</h2>
        <HerPassphrase />
      </section>
      {!about.isCopy && (
        <section className={styles.part}>
          <h2>{say('erase.heading')}</h2>
          <Button
            onPress={() =>
              go({ room: 'erase', target: { kind: 'narrator', narrator: about.narrator }, from: { room: 'about' } })
            }
          >
            {say('erase.open.narrator', { who: 'her' })}
          </Button>
        </section>
      )}
      <section className={styles.part}>
        <Looks languageSwitch={<LanguageSwitch />} theme={theme} textSize={textSize} onChange={change} />
      </section>
    </div>
  )
}
