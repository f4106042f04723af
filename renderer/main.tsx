// The first thing that runs in the window: starts reaching the archive and draws, the rooms come when the door opens.
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/scripts.css'
import './ui/base.css'
import './app/no-compiling.ts'
import './app/only-emptying.ts'
import './app/only-here.ts'
import { reaching } from './app/reaching.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { PreferencesProvider, usePreferences } from './app/preferences.tsx'
import { WordsProvider } from './words/say.tsx'

// NOTE: a file dropped where nothing takes it would otherwise replace the page.
for (const kind of ['dragover', 'drop'] as const) window.addEventListener(kind, (event) => event.preventDefault())

function Window() {
  const { language } = usePreferences()
  return (
    <WordsProvider language={language}>
      <App reaching={reaching} />
    </WordsProvider>
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no root')
createRoot(root).render(
  <PreferencesProvider reaching={reaching}>
    <Window />
  </PreferencesProvider>,
)
