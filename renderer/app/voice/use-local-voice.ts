// Reads aloud with a voice that is on this machine. Any other would send her words away, so it is not a voice here.
import { useCallback, useEffect, useState } from 'react'
import { primaryLanguage } from '../../../shared/domain/languages/primary-language.ts'
import { hideEvent } from '../hide.ts'

export interface LocalVoice {
  /** Null where no voice of this machine speaks the language. */
  readonly voice: SpeechSynthesisVoice | null
  readonly reading: boolean
  readonly read: (text: string, onEnd?: () => void) => void
  readonly stop: () => void
}

/** Of `voices`, one that works without the network and speaks `language` (BCP 47; its region does not count). */
export function localVoiceOf(
  voices: readonly Pick<SpeechSynthesisVoice, 'localService' | 'lang'>[],
  language: string,
): number {
  const base = (tag: string): string => primaryLanguage(tag.replaceAll('_', '-'))
  return voices.findIndex(({ localService, lang }) => localService === true && base(lang) === base(language))
}

export function useLocalVoice(language: string): LocalVoice {
  const find = useCallback((): SpeechSynthesisVoice | null => {
    if (!('speechSynthesis' in window)) return null
    const voices = speechSynthesis.getVoices()
    return voices[localVoiceOf(voices, language)] ?? null
  }, [language])
  const [voice, setVoice] = useState(find)
  const [reading, setReading] = useState(false)
  useEffect(() => {
    if (!('speechSynthesis' in window)) return undefined
    const look = (): void => setVoice(find())
    const silence = (): void => speechSynthesis.cancel()
    look()
    speechSynthesis.addEventListener('voiceschanged', look)
    window.addEventListener(hideEvent, silence)
    return () => {
      speechSynthesis.removeEventListener('voiceschanged', look)
      window.removeEventListener(hideEvent, silence)
      speechSynthesis.cancel()
    }
  }, [find])
  const stop = useCallback((): void => {
    if ('speechSynthesis' in window) speechSynthesis.cancel()
    setReading(false)
  }, [])
  const read = useCallback(
    (text: string, onEnd?: () => void): void => {
      if (voice === null) return
      speechSynthesis.cancel()
      const spoken = new SpeechSynthesisUtterance(text)
      spoken.voice = voice
      spoken.lang = voice.lang
      spoken.onend = () => {
        setReading(false)
        onEnd?.()
      }
      spoken.onerror = () => setReading(false)
      setReading(true)
      speechSynthesis.speak(spoken)
    },
    [voice],
  )
  return { voice, reading, read, stop }
}
