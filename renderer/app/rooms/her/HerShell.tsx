// The window while it is hers: her colour, her name for herself, her stories alone. Of anybody else there is nothing in it.
import { Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { DoorState } from '../../../features/door/door-state.ts'
import { Button } from '../../../ui/Button.tsx'
import { HideContext } from '../../../ui/hide-context.ts'
import { Menu } from '../../../ui/Menu.tsx'
import { useWords } from '../../../words/say.tsx'
import { AnnounceProvider } from '../../announce.tsx'
import { useAnswer, useArchive } from '../../archive.tsx'
import { CatchBroken } from '../../CatchBroken.tsx'
import { CommandPalette } from '../../CommandPalette.tsx'
import { CommandProvider } from '../../commands.tsx'
import { DoorStateContext } from '../../door-state-context.tsx'
import { hideNow, leavePage, lockNow } from '../../hide.ts'
import { PlainScreen } from '../../PlainScreen.tsx'
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
  const hide = (): void => void hideNow(archive)
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
  useFocusOnArrival(place.room, page)

  if (about === undefined) {
    if (failure === null) return <p className={styles.opening}>{say('shell.opening')}</p>
    return (
      <PlainScreen
        title={say('her.broke')}
        says={say.failure(failure)}
        action={{ name: say('shell.again'), run: leavePage }}
      />
    )
  }
  const Room = roomsOfHers[place.room]
  const alone = place.room === 'story' ? about.testimonies.find(({ id }) => id === place.testimony) : undefined
  return (
    <HideContext value={{ name: say('shell.hideNow'), run: hide }}>
      <HerAboutContext value={{ about, again }}>
        <div className={styles.shell}>
          <a
            className={styles.skip}
            href="#page"
            onClick={(event) => {
              event.preventDefault()
              page.current?.focus()
            }}
          >
            {say('shell.skip')}
          </a>
          <header className={styles.band} data-pane>
            <p className={styles.who}>
              <bdi className={styles.name}>{about.name || say('her.noName')}</bdi>{' '}
              <span className={styles.alone}>
                {alone === undefined ? (
                  say('her.alone')
                ) : (
                  <>
                    <bdi lang={alone.language}>{alone.title}</bdi> · {say('her.alone.story')}
                  </>
                )}
              </span>
            </p>
            <div className={styles.always}>
              <div className={styles.menu} data-narrow={place.room === 'story' || undefined}>
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
              <Button onPress={hide}>{say('shell.hideNow')}</Button>
            </div>
          </header>
          {place.room !== 'story' && <HerNavigation isCopy={about.isCopy} onLeave={() => setLeaving(true)} />}
          <main className={styles.page} id="page" ref={page} tabIndex={-1} data-pane>
            <CatchBroken
              place={place}
              instead={
                <PlainScreen
                  title={say('her.broke')}
                  says={say('shell.broke.says')}
                  action={{ name: say('shell.again'), run: leavePage }}
                />
              }
            >
              <Suspense key={place.room} fallback={<p className={styles.opening}>{say('shell.opening')}</p>}>
                <Room />
              </Suspense>
            </CatchBroken>
          </main>
        </div>
        {leaving && <GiveBack isCopy={about.isCopy} onClose={() => setLeaving(false)} />}
        <HerCommands isCopy={about.isCopy} onHide={hide} onLeave={() => setLeaving(true)} />
        <CommandPalette />
      </HerAboutContext>
    </HideContext>
  )
}

/** Arriving in another room moves the focus to its title; not at the start, and not within a room. */
function useFocusOnArrival(room: string, page: React.RefObject<HTMLElement | null>): void {
  const last = useRef(room)
  useEffect(() => {
    if (last.current === room) return
    last.current = room
    let frames = 0
    let waiting = requestAnimationFrame(function look() {
      const title = page.current?.querySelector<HTMLElement>('h1')
      if (title !== null && title !== undefined) title.focus({ preventScroll: true })
      else if (++frames < 60) waiting = requestAnimationFrame(look)
      else page.current?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(waiting)
  }, [room, page])
}
