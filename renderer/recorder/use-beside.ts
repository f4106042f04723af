// What the main window tells this one: how it is to look, which microphone and which questions, and when to hide.
import { useEffect, useRef, useState } from 'react'
import { openBeside, type AskedCard, type ChosenBeside } from '../app/beside.ts'
import { languageCodes, nearestLanguage, type LanguageCode } from '../words/index.ts'

export interface FromBeside {
  readonly language: LanguageCode
  /** Null until the main window has said it, or where there is none. */
  readonly chosen: ChosenBeside | null
  readonly questions: readonly AskedCard[]
}

/** `onHandOn` is awaited before the main window does something with the recording. */
export function useBeside(onHide: () => void, onOpened: () => void, onHandOn: () => Promise<void>): FromBeside {
  const [language, setLanguage] = useState<LanguageCode>(() => nearestLanguage(navigator.languages))
  const [chosen, setChosen] = useState<ChosenBeside | null>(null)
  const [questions, setQuestions] = useState<readonly AskedCard[]>([])
  const latest = useRef({ onHide, onOpened, onHandOn })
  latest.current = { onHide, onOpened, onHandOn }
  useEffect(() => {
    const channel = openBeside((message) => {
      if (message.kind === 'looks') {
        const page = document.documentElement
        setLanguage(languageCodes.find((code) => code === message.language) ?? nearestLanguage(navigator.languages))
        if (message.theme === 'light' || message.theme === 'dark') page.dataset['theme'] = message.theme
        else delete page.dataset['theme']
        page.style.setProperty('--text-scale', String(message.textSize / 100))
      } else if (message.kind === 'chosen') {
        setChosen({ microphone: message.microphone, begin: message.begin })
      } else if (message.kind === 'questions') {
        setQuestions(message.questions)
      } else if (message.kind === 'hide') {
        // NOTE: the questions are words of the archive; they come back when it is open again.
        setQuestions([])
        latest.current.onHide()
      } else if (message.kind === 'opened') {
        latest.current.onOpened()
      } else if (message.kind === 'handOn') {
        void latest.current
          .onHandOn()
          .catch(() => {})
          .then(() => channel.say({ kind: 'kept' }))
      }
    })
    channel.say({ kind: 'hello' })
    return () => channel.end()
  }, [])
  return { language, chosen, questions }
}
