// The window once the archive is open: its title area, the way to the rooms, the room, and Hide now, which never scrolls away.
import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { HideContext } from '../ui/hide-context.ts'
import { Notice } from '../ui/Notice.tsx'
import { SkipLink } from '../ui/SkipLink.tsx'
import { useWords } from '../words/say.tsx'
import type { DoorState } from '../features/door/door-state.ts'
import { AnnounceProvider } from './announce.tsx'
import { useArchive } from './archive.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { CommandProvider } from './commands.tsx'
import { DoorStateContext } from './door-state-context.tsx'
import { DropAnywhere } from './DropAnywhere.tsx'
import { lockNow } from './hide.ts'
import { keepFocus } from './keep-focus.ts'
import { watchLeftAlone } from './left-alone.ts'
import { NavigationProvider, useNavigation } from './navigation.tsx'
import { HeaderPlace } from './RoomHeader.tsx'
import { RoomList, RoomMenu } from './RoomList.tsx'
import { RoomPage } from './RoomPage.tsx'
import { rooms } from './rooms.tsx'
import { ShellCommands } from './ShellCommands.tsx'
import { TellRecorder } from './take/TellRecorder.tsx'
import { useWaveformsInBackground } from './sound/use-waveforms-in-background.ts'
import { useBandHeight } from './use-band-height.ts'
import { useFocusOnArrival } from './use-focus-on-arrival.ts'
import { useHideNow } from './use-hide-now.ts'
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
  const band = useRef<HTMLDivElement>(null)
  useBandHeight(band, true)
  useEffect(() => keepFocus(document), [])
  useEffect(() => watchLeftAlone(window, () => void lockNow(archive)), [archive])
  useFocusOnArrival({
    key: roomKey(place),
    page,
    title: () => header?.querySelector<HTMLElement>('h1') ?? null,
    roomMayTakeIt: true,
  })
  const Room = rooms[place.room]
  const hide = useHideNow()
  useWaveformsInBackground()
  return (
    <HideContext value={hide}>
      <div className={styles.around}>
        <div className={styles.shell}>
          <SkipLink to={page}>{say('shell.skip')}</SkipLink>
          <header className={styles.top} data-pane>
            <div className={styles.title} ref={setHeader} />
            <div className={styles.always} ref={band}>
              <div className={styles.menu}>
                <RoomMenu />
              </div>
              <Button onPress={hide.run}>{hide.name}</Button>
            </div>
          </header>
          <nav className={styles.rooms} aria-label={say('shell.rooms')} data-pane>
            <RoomList />
          </nav>
          <RoomPage
            page={page}
            place={place}
            roomKey={roomKey(place)}
            broke={say('shell.broke.title')}
            className={styles.page}
            above={
              noticeShown && (
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
              )
            }
          >
            <HeaderPlace value={header}>
              <Room />
            </HeaderPlace>
          </RoomPage>
        </div>
        <ShellCommands onHide={hide.run} />
        <CommandPalette />
        <TellRecorder />
        <DropAnywhere />
      </div>
    </HideContext>
  )
}

/** Another story is another room, and one thing that was given out is; another passage of a story is not. */
function roomKey(place: ReturnType<typeof useNavigation>['place']): string {
  if (place.room === 'story') return `story ${place.testimony}`
  if (place.room === 'consent') return `consent ${place.testimony}`
  if (place.room === 'excerpt') return `excerpt ${place.excerpt}`
  if (place.room === 'givenOut') return `givenOut ${place.disclosure ?? ''}`
  return place.room
}
