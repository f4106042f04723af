// The language that something is in: one of many by name, or any other by its code.
import { useMemo, useState } from 'react'
import { language as languageShape } from '../../shared/contract/shapes.ts'
import { offeredLanguages } from '../../shared/domain/languages/languages.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/say.tsx'

const unknown = 'und'
/** Stands for a language that is not in the list; no code is written so. */
const another = '*'

export function LanguageChoice({
  label,
  value,
  onChange,
  mayBeUnknown = true,
  placeholder,
}: {
  label: string
  /** Null while none is chosen. */
  value: string | null
  onChange: (language: string) => void
  mayBeUnknown?: boolean
  placeholder?: string
}) {
  const say = useWords()
  const [isOther, setIsOther] = useState(false)
  const [code, setCode] = useState('')
  const options = useMemo(() => {
    const named = offeredLanguages(say.locale, value === null ? [] : [value]).map(({ code: id, name }) => ({
      id,
      name,
    }))
    return [
      ...(mayBeUnknown ? [{ id: unknown, name: say('bringIn.story.unknownLanguage') }] : []),
      ...named,
      { id: another, name: say('bringIn.story.another') },
    ]
  }, [say, value, mayBeUnknown])
  const isCode = languageShape.safeParse(code).success
  return (
    <div>
      <Choice
        label={label}
        value={isOther ? another : value}
        onChange={(chosen) => {
          setIsOther(chosen === another)
          if (chosen !== another) onChange(chosen)
        }}
        options={options}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      {isOther && (
        <TextField
          label={say('bringIn.story.otherLanguage')}
          note={say('bringIn.story.otherLanguage.how')}
          value={code}
          onChange={setCode}
          maxLength={40}
          beside={
            <Button
              isDisabled={!isCode}
              onPress={() => {
                onChange(code)
                setIsOther(false)
              }}
            >
              {say('bringIn.story.useLanguage')}
            </Button>
          }
        />
      )}
    </div>
  )
}
