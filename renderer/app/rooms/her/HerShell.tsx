// The window while it is hers: her colour, her name for herself, her stories alone. Of anybody else there is nothing in it.
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { DoorState } from '../../../features/door/door-state.ts'
import { Button } from '../../../ui/Button.tsx'
import { HideContext } from '../../../ui/hide-context.ts'
import { Menu } from '../../../ui/Menu.tsx'
import { SkipLink } from '../../../ui/SkipLink.tsx'
import { useWords } from '../../../words/say.tsx'
import { AnnounceProvider } from '../../announce.tsx'
import { useAnswer, useArchive } from '../../archive.tsx'
import { CommandPalette } from '../../CommandPalette.tsx'
import { CommandProvider } from '../../commands.tsx'
import { DoorStateContext } from '../../door-state-context.tsx'
import { leavePage, lockNow } from '../../hide.ts'
import { keepFocus } from '../../keep-focus.ts'
import { PlainScreen } from '../../PlainScreen.tsx'
import { Opening, RoomPage } from '../../RoomPage.tsx'
import { useBandHeight } from '../../use-band-height.ts'
import { useFocusOnArrival } from '../../use-focus-on-arrival.ts'
import { useHideNow } from '../../use-hide-now.ts'
import { GiveBack } from './GiveBack.tsx'
import { HerAboutContext } from './her-about.tsx'
import { HerCommands } from './HerCommands.tsx'
import { HerNavigation } from './HerNavigation.tsx'
import { HerPlaceProvider, herRooms, useHerPlace } from './her-place.tsx'
import { roomsOfHers } from './her-rooms.tsx'
import { watchIdle } from './idle-watch.ts'
import './her.css'
import styles from './HerShell.module.css'

export default function HerShell({ state }: { state: DoorState }) {
  return (
    <DoorStateContext value={state}>
      <CommandProvider>
        <HerPlaceProvider>
          <AnnounceProvider>
            <HerWindow />
          </AnnounceProvider>
        </HerPlaceProvider>
      </CommandProvider>
    </DoorStateContext>
  )
}

function HerWindow() {
  const say = useWords()
  const archive = useArchive()
  const {
    value: about,
    failure,
    again,
  } = useAnswer(
    ['shelf', 'story', 'words', 'marks', 'consent', 'door'],
    (client, signal) => client.herSession.about({}, signal),
    [],
  )
  const { place, go } = useHerPlace()
  const [leaving, setLeaving] = useState(false)
  const page = useRef<HTMLElement>(null)
  const band = useRef<HTMLElement>(null)
  useBandHeight(band, about !== undefined)
  const hide = useHideNow()
  const colour = about?.colour

  useLayoutEffect(() => {
    // On the page itself, so that dialogs, which lie outside the shell, have her colour and size too.
    const { dataset } = document.documentElement
    dataset['hers'] = String(colour ?? 1)
    return () => void delete dataset['hers']
  }, [colour])
  useEffect(
    () =>
      watchIdle(window, {
        onIdle: () => void lockNow(archive),
        onAlive: () => void archive.herSession.about({}).catch(() => {}),
      }),
    [archive],
  )
  useEffect(() => keepFocus(document), [])
  useFocusOnArrival({
    key: place.room,
    page,
    title: () => page.current?.querySelector<HTMLElement>('h1') ?? null,
    roomMayTakeIt: place.room === 'about' && place.part !== undefined,
  })

  if (about === undefined) {
    if (failure === null) return <Opening />
    return (
      <PlainScreen
        title={say('her.broke')}
        says={say.failure(failure)}
        action={{ name: say('shell.again'), run: leavePage }}
      />
    )
  }
  const Room = roomsOfHers[place.room]
  const inStory = place.room === 'story' || place.room === 'sound'
  const alone = inStory ? about.testimonies.find(({ id }) => id === place.testimony) : undefined
  return (
    <HideContext value={hide}>
      <HerAboutContext value={{ about, again }}>
        <div className={styles.shell}>
          <SkipLink to={page}>{say('shell.skip')}</SkipLink>
          <header className={styles.band} ref={band} data-pane>
            <p className={styles.who}>
              {about.name !== '' && (
                <>
                  <bdi className={styles.name}>{about.name}</bdi>{' '}
                </>
              )}
              <span className={styles.alone}>
                {alone === undefined ? (
                  say(about.name === '' ? 'her.alone.noName' : 'her.alone')
                ) : (
                  <>
                    <bdi lang={alone.language}>{alone.title}</bdi> · {say('her.alone.story')}
                  </>
                )}
              </span>
            </p>
            <div className={styles.always}>
              <div className={styles.menu} data-narrow={inStory || undefined}>
                <Menu
                  name={say('her.menu')}
                  items={[
                    ...herRooms.map((room) => ({ id: room, name: say(`her.room.${room}`), run: () => go({ room }) })),
                    {
                      id: 'leave',
                      name: say(about.isCopy ? 'her.leave.copy' : 'her.leave'),
                      run: () => setLeaving(true),
                    },
                  ]}
                />
              </div>
              <Button onPress={hide.run}>{hide.name}</Button>
            </div>
          </header>
          {!inStory && <HerNavigation isCopy={about.isCopy} onLeave={() => setLeaving(true)} />}
          <RoomPage page={page} place={place} roomKey={place.room} broke={say('her.broke')} className={styles.page}>
            <Room />
          </RoomPage>
        </div>
        {leaving && <GiveBack isCopy={about.isCopy} onClose={() => setLeaving(false)} />}
        <HerCommands isCopy={about.isCopy} onHide={hide.run} onLeave={() => setLeaving(true)} />
        <CommandPalette />
      </HerAboutContext>
    </HideContext>
  )
}
