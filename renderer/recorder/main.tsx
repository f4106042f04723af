// The first thing that runs in the recorder's window: reaches the recorder and draws.
import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/scripts.css'
import '../ui/base.css'
import '../app/no-compiling.ts'
import '../app/only-emptying.ts'
import '../app/only-here.ts'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { sayBeside } from '../app/beside.ts'
import { keepFocus } from '../app/keep-focus.ts'
import { createRoot } from 'react-dom/client'
import { NeutralPaper } from './NeutralPaper.tsx'
import { reachRecorder } from './connect.ts'
import { hidingAfter, hidingNow, rememberHiding, type Hiding } from './hiding.ts'
import { RecorderWindow } from './RecorderWindow.tsx'
import { TakeRecorder } from './take-recorder.ts'
import { useAwake } from './use-awake.ts'
import { useBeside } from './use-beside.ts'
import { WordsProvider } from '../words/say.tsx'

for (const kind of ['dragover', 'drop'] as const) window.addEventListener(kind, (event) => event.preventDefault())

function Window({ recorder }: { recorder: TakeRecorder }) {
  const [hiding, setHiding] = useState<Hiding>(hidingNow)
  useEffect(() => keepFocus(document), [])
  const hide = (next: Hiding): void => {
    rememberHiding(next)
    setHiding(next)
  }
  const { language, chosen, questions } = useBeside(
    () => hide(isOpen === false ? 'locked' : 'open'),
    () => hide('no'),
    () => recorder.handOn(),
  )
  useAwake(useSyncExternalStore(recorder.subscribe, recorder.isRecording))
  const isOpen = useSyncExternalStore(recorder.subscribe, () => recorder.now().take?.open)
  const next = isOpen === undefined ? hiding : hidingAfter(hiding, isOpen)
  useEffect(() => {
    if (next === hiding) return
    rememberHiding(next)
    setHiding(next)
  }, [next, hiding])
  return (
    <WordsProvider language={language}>
      {next === 'no' ? (
        <RecorderWindow
          recorder={recorder}
          chosen={chosen}
          questions={questions}
          onHide={() => {
            hide(isOpen === false ? 'locked' : 'open')
            sayBeside({ kind: 'hideAll' })
          }}
        />
      ) : (
        <NeutralPaper />
      )}
    </WordsProvider>
  )
}

async function begin(root: HTMLElement): Promise<void> {
  const { client, onGone } = await reachRecorder()
  const recorder = new TakeRecorder(client)
  onGone((why) => recorder.lose(why))
  recorder.begin()
  createRoot(root).render(<Window recorder={recorder} />)
}

const root = document.getElementById('root')
if (root === null) throw new Error('recorder.html has no root')
void begin(root)
