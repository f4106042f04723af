// Asks for the next language that a card is to be written in. Pressed, it becomes the choice of one, which then has the focus.
import { useEffect, useRef, useState } from 'react'
import { canonicalLanguage } from '../../../shared/domain/languages/nearest-language.ts'
import { LanguageChoice } from '../../app/LanguageChoice.tsx'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'

export function AnotherLanguage({ onWrite }: { readonly onWrite: (language: string) => void }) {
  const say = useWords()
  /** `undefined` while nobody asks for one. */
  const [language, setLanguage] = useState<string | null | undefined>(undefined)
  const choice = useRef<HTMLDivElement>(null)
  const isAsked = language !== undefined
  useEffect(() => {
    if (isAsked) choice.current?.querySelector('button')?.focus()
  }, [isAsked])
  if (!isAsked) return <Button onPress={() => setLanguage(null)}>{say('cards.language.another')}</Button>
  return (
    <>
      <div ref={choice}>
        <LanguageChoice
          label={say('cards.language.which')}
          value={language}
          onChange={(tag) => setLanguage(canonicalLanguage(tag))}
          mayBeUnknown={false}
          placeholder={say('cards.language.choose')}
        />
      </div>
      <Button
        isDisabled={language === null}
        onPress={() => {
          if (language === null) return
          setLanguage(undefined)
          onWrite(language)
        }}
      >
        {say('cards.language.go')}
      </Button>
    </>
  )
}
