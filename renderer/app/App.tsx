// What is on the screen: the empty sheet, the door, the rooms, or one plain sentence about why there is no archive.
import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Door } from '../features/door/Door.tsx'
import { useWords } from '../words/say.tsx'
import { ArchiveProvider, useAnswer } from './archive.tsx'
import type { Connection, Gone } from './connect.ts'
import { forgetHidden, isHidden, leavePage } from './hide.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { NeutralSheet } from './NeutralSheet.tsx'
import { loadMoreFaces } from './load-more-faces.ts'
import { PlainScreen } from './PlainScreen.tsx'
import { usePreferences } from './preferences.tsx'
import { startAnew } from './rooms/her/start-anew.ts'
import { TakeAtDoor } from './take/TakeAtDoor.tsx'
import { useHoldsUnkept } from './unkept.ts'
import { UsesProvider } from './uses.tsx'

const Restore = lazy(() => import('../features/backup/Restore.tsx').then((module) => ({ default: module.Restore })))
const Shell = lazy(() => import('./Shell.tsx'))
const HerShell = lazy(() => import('./rooms/her/HerShell.tsx'))

export function App({ reaching }: { reaching: Promise<Connection> }) {
  const say = useWords()
  const [hidden, setHidden] = useState(isHidden)
  const [connection, setConnection] = useState<Connection | null>(null)
  const [gone, setGone] = useState<Gone | null>(null)
  const holdsUnkept = useHoldsUnkept()
  useEffect(() => {
    reaching.then(
      (reached) => {
        setConnection(reached)
        reached.onGone(setGone)
      },
      () => setGone('lost'),
    )
  }, [reaching])

  if (gone === 'elsewhere')
    return <PlainScreen title={say('shell.elsewhere.title')} says={say('shell.elsewhere.says')} />
  // NOTE: what is written and not kept is nowhere else: its room says so, and lets it be taken elsewhere.
  if (gone === 'lost' && !holdsUnkept) {
    return (
      <PlainScreen
        title={say('shell.lost.title')}
        says={say('shell.lost.says')}
        action={{ name: say('shell.again'), run: leavePage }}
      />
    )
  }
  if (hidden) {
    return (
      <NeutralSheet
        onOpen={() => {
          forgetHidden()
          setHidden(false)
        }}
      />
    )
  }
  if (connection === null) return null
  return (
    <ArchiveProvider archive={connection.archive}>
      <DoorOrRooms />
    </ArchiveProvider>
  )
}

function DoorOrRooms() {
  const say = useWords()
  const { value: state, failure, again } = useAnswer(['door'], (archive, signal) => archive.door.state({}, signal), [])
  /** While an archive is being made it may be open already, but its maker is still at the door. */
  const [making, setMaking] = useState(false)
  const wasInside = useRef(false)
  const { adopt, adopted } = usePreferences()
  const isInside = state?.state === 'open' && !making

  useLayoutEffect(() => {
    if (state !== undefined && !adopted) adopt(state.preferences)
  }, [state, adopted, adopt])
  useEffect(() => {
    if (adopted) loadMoreFaces()
  }, [adopted])
  useEffect(() => {
    if (isInside) wasInside.current = true
    // NOTE: locked from elsewhere (sleep, the machine's own lock): the page goes, because it still holds what it showed.
    else if (wasInside.current && !('hidden' in document.documentElement.dataset)) leavePage()
  }, [isInside])
  /** Whose window it is; as long as it is open it is one person's. */
  const role = isInside ? state.role : null
  const roleBefore = useRef(role)
  const isHandedOver = role !== null && roleBefore.current !== null && roleBefore.current !== role
  useLayoutEffect(() => {
    // NOTE: handed over: what the page showed to one must not stay for the other, and nothing is drawn meanwhile.
    if (isHandedOver) startAnew()
    else if (role !== null) roleBefore.current = role
  }, [isHandedOver, role])

  if (state === undefined) {
    if (failure === null) return null
    return (
      <PlainScreen
        title={say('shell.lost.title')}
        says={say.failure(failure)}
        action={{ name: say('shell.again'), run: leavePage }}
      />
    )
  }
  if (!adopted || isHandedOver) return null
  if (isInside) {
    return (
      <UsesProvider>
        <Suspense fallback={null}>
          {state.role === 'narrator' ? <HerShell state={state} /> : <Shell state={state} />}
        </Suspense>
      </UsesProvider>
    )
  }
  return (
    <Door
      state={state}
      languageSwitch={<LanguageSwitch />}
      goesOn={<TakeAtDoor />}
      restoring={(onBack) => <Restore into={state.folder} onBack={onBack} onOpened={again} />}
      onMaking={setMaking}
      onOpened={() => {
        setMaking(false)
        again()
      }}
    />
  )
}
