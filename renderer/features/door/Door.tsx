// The door: a neutral name, a passphrase, and nothing else; on the first run, the way to make an archive or find one.
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { DoorState } from './door-state.ts'
import { OpenArchive } from './OpenArchive.tsx'
import { OpenWithPaperKey } from './OpenWithPaperKey.tsx'
import { Welcome } from './Welcome.tsx'
import styles from './Door.module.css'

// What the first glance at the door does not need comes when it is asked for.
const MakeArchive = lazy(() => import('./MakeArchive.tsx').then((module) => ({ default: module.MakeArchive })))
const OpenWithSheets = lazy(() => import('./OpenWithSheets.tsx').then((module) => ({ default: module.OpenWithSheets })))
const FolderChooser = lazy(() =>
  import('../../app/FolderChooser.tsx').then((module) => ({ default: module.FolderChooser })),
)

type View = 'welcome' | 'make' | 'open' | 'paper' | 'sheets' | 'restore'

export interface DoorProps {
  state: DoorState
  languageSwitch: ReactNode
  /** The screen that brings an archive back from a backup. */
  restoring: (onBack: () => void) => ReactNode
  /** What is going on while the archive is locked. */
  goesOn?: ReactNode
  /** True from the press that makes an archive until its paper key has been typed back and Hide now is explained. */
  onMaking: (making: boolean) => void
  onOpened: () => void
}

export function Door({ state, languageSwitch, restoring, goesOn, onMaking, onOpened }: DoorProps) {
  const say = useWords()
  const [view, setView] = useState<View>(state.state === 'none' ? 'welcome' : 'open')
  const [folder, setFolder] = useState(state.folder)
  const [choosing, setChoosing] = useState(false)
  /** As it was when this page came: one that is begun on it is not lost. */
  const [leftUnmade] = useState(state.leftUnmade)
  useEffect(markPainted, [])

  return (
    <div className={styles.door}>
      <header className={styles.top}>
        <h1 className={styles.name}>{say('door.name')}</h1>
        <div className={styles.language}>{languageSwitch}</div>
      </header>
      <main className={styles.sheet}>
        {goesOn}
        {leftUnmade && view !== 'make' && (
          <Notice kind="care" said title={say('door.unmade.title')}>
            {say('door.unmade.says')}
          </Notice>
        )}
        {view === 'welcome' && (
          <Welcome
            onMake={() => setView('make')}
            onOpenExisting={() => setChoosing(true)}
            onRestore={() => setView('restore')}
          />
        )}
        {view === 'make' && (
          <Suspense fallback={null}>
            <MakeArchive
              folder={state.folder}
              synced={state.synced}
              onMaking={onMaking}
              onMade={onOpened}
              onBack={() => setView(state.state === 'none' ? 'welcome' : 'open')}
            />
          </Suspense>
        )}
        {view === 'open' && (
          <OpenArchive
            folder={folder}
            onOpened={onOpened}
            onPaper={() => setView('paper')}
            onSheets={() => setView('sheets')}
            onOtherFolder={() => setChoosing(true)}
            onMakeNew={() => setView('make')}
            onRestore={() => setView('restore')}
          />
        )}
        {view === 'restore' && (
          <Suspense fallback={null}>{restoring(() => setView(state.state === 'none' ? 'welcome' : 'open'))}</Suspense>
        )}
        {view === 'sheets' && (
          <Suspense fallback={null}>
            <OpenWithSheets folder={folder} onOpened={onOpened} onPassphrase={() => setView('open')} />
          </Suspense>
        )}
        {view === 'paper' && (
          <OpenWithPaperKey folder={folder} onOpened={onOpened} onPassphrase={() => setView('open')} />
        )}
      </main>
      {choosing && (
        <Suspense fallback={null}>
          <FolderChooser
            isOpen
            start=""
            forArchive
            onClose={() => setChoosing(false)}
            onChoose={(chosen) => {
              setChoosing(false)
              setFolder(chosen)
              setView('open')
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

/** Two frames after the first drawing the door is on the screen; the bench reads this mark. */
function markPainted(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('door-painted')))
}
