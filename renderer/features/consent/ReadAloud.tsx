// Reads the card aloud, with a voice of this machine only. Where there is none, there is no button.
import { useEffect, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'

/** NOTE: a voice that is not local sends the words to somebody else's machine. */
function localVoice(language: string): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in window)) return undefined
  const base = language.split('-')[0]?.toLowerCase()
  return speechSynthesis
    .getVoices()
    .find(({ localService, lang }) => localService === true && lang.toLowerCase().split(/[-_]/)[0] === base)
}

export function ReadAloud({ text, language }: { text: string; language: string }) {
  const say = useWords()
  const [voice, setVoice] = useState<SpeechSynthesisVoice | undefined>(() => localVoice(language))
  const [isReading, setReading] = useState(false)
  useEffect(() => {
    if (!('speechSynthesis' in window)) return undefined
    const look = (): void => setVoice(localVoice(language))
    look()
    speechSynthesis.addEventListener('voiceschanged', look)
    return () => {
      speechSynthesis.removeEventListener('voiceschanged', look)
      speechSynthesis.cancel()
    }
  }, [language])
  if (voice === undefined) return null
  const read = (): void => {
    const spoken = new SpeechSynthesisUtterance(text)
    spoken.voice = voice
    spoken.lang = language
    spoken.onend = spoken.onerror = () => setReading(false)
    setReading(true)
    speechSynthesis.speak(spoken)
  }
  const stop = (): void => {
    speechSynthesis.cancel()
    setReading(false)
  }
  return isReading ? (
    <Button kind="quiet" onPress={stop}>
      {say('consent.card.stopReading')}
    </Button>
  ) : (
    <Button kind="quiet" onPress={read}>
      {say('consent.card.readAloud')}
    </Button>
  )
}
