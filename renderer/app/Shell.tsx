// The window once the archive is open: its title area, the way to the rooms, the room, and Hide now, which never scrolls away.
import { Suspense, useEffect, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { HideContext } from '../ui/hide-context.ts'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/say.tsx'
import type { DoorState } from '../features/door/door-state.ts'
import { AnnounceProvider } from './announce.tsx'
import { useArchive } from './archive.tsx'
import { CatchBroken } from './CatchBroken.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { CommandProvider } from './commands.tsx'
import { DoorStateContext } from './door-state-context.tsx'
import { DropAnywhere } from './DropAnywhere.tsx'
import { hideNow, leavePage } from './hide.ts'
import { NavigationProvider, useNavigation } from './navigation.tsx'
import { PlainScreen } from './PlainScreen.tsx'
import { HeaderPlace } from './RoomHeader.tsx'
import { RoomList, RoomMenu } from './RoomList.tsx'
import { rooms } from './rooms.tsx'
import { ShellCommands } from './ShellCommands.tsx'
import styles from './Shell.module.css'

export default function Shell({ state }: { state: DoorState }) {
  return (
    <DoorStateContext value={state}>
      <CommandProvider>
        <NavigationProvider>
          <AnnounceProvider>
            <Frame usedPreviousKeyring={state.usedPreviousKeyring} />
          </AnnounceProvider>
        </NavigationProvider>
      </CommandProvider>
    </DoorStateContext>
  )
}

function Frame({ usedPreviousKeyring }: { usedPreviousKeyring: boolean }) {
  const say = useWords()
  const archive = useArchive()
  const { place } = useNavigation()
  const [noticeShown, setNoticeShown] = useState(usedPreviousKeyring)
  const [header, setHeader] = useState<HTMLElement | null>(null)
  const page = useRef<HTMLElement>(null)
  useFocusOnArrival(place, header, page)
  const Room = rooms[place.room]
  const hide = (): void => void hideNow(archive)
  return (
    <HideContext value={{ name: say('shell.hideNow'), run: hide }}>
      <div className={styles.around}>
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
          <header className={styles.top} data-pane>
            <div className={styles.title} ref={setHeader} />
            <div className={styles.always}>
              <div className={styles.menu}>
                <RoomMenu />
              </div>
              <Button onPress={hide}>{say('shell.hideNow')}</Button>
            </div>
          </header>
          <nav className={styles.rooms} aria-label={say('shell.rooms')} data-pane>
            <RoomList />
          </nav>
          <main className={styles.page} id="page" ref={page} tabIndex={-1} data-pane>
            {noticeShown && (
              <Notice
                kind="care"
                title={say('shell.previousKeyring.title')}
                action={
                  <Button small onPress={() => setNoticeShown(false)}>
                    {say('ui.close')}
                  </Button>
                }
              >
                {say('shell.previousKeyring.says')}
              </Notice>
            )}
            <HeaderPlace value={header}>
              <CatchBroken
                place={place}
                instead={
                  <PlainScreen
                    title={say('shell.broke.title')}
                    says={say('shell.broke.says')}
                    action={{ name: say('shell.again'), run: leavePage }}
                  />
                }
              >
                {/* NOTE: the key is the boundary's: otherwise the room before would stay, hidden, until the next one has come. */}
                <Suspense key={roomKey(place)} fallback={<p className={styles.opening}>{say('shell.opening')}</p>}>
                  <Room />
                </Suspense>
              </CatchBroken>
            </HeaderPlace>
          </main>
        </div>
        <ShellCommands onHide={hide} />
        <CommandPalette />
        <DropAnywhere />
      </div>
    </HideContext>
  )
}

/** Another story is another room; another passage of it is not. */
function roomKey(place: ReturnType<typeof useNavigation>['place']): string {
  if (place.room === 'story') return `story ${place.testimony}`
  if (place.room === 'excerpt') return `excerpt ${place.excerpt}`
  return place.room
}

/** Arriving in a room moves the focus to its title, unless the room has taken it. Not on the first one, nor within a room. */
function useFocusOnArrival(
  place: ReturnType<typeof useNavigation>['place'],
  header: HTMLElement | null,
  page: React.RefObject<HTMLElement | null>,
) {
  const key = roomKey(place)
  const last = useRef(key)
  useEffect(() => {
    if (last.current === key || header === null) return
    last.current = key
    let frames = 0
    let waiting = requestAnimationFrame(function look() {
      if (page.current?.contains(document.activeElement) === true && document.activeElement !== page.current) return
      const title = header.querySelector<HTMLElement>('h1')
      if (title !== null) title.focus({ preventScroll: true })
      else if (++frames < 30) waiting = requestAnimationFrame(look)
      else page.current?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(waiting)
  }, [key, header, page])
}
