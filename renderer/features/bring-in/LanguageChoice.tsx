// The language of a story: one of many by name, or any other by its code.
import { useMemo, useState } from 'react'
import { language as languageShape } from '../../../shared/contract/shapes.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'

const unknown = 'und'
/** Stands for a language that is not in the list; no code is written so. */
const another = '*'

// NOTE: names come from the system's own tables; what is not here can be given by its code.
const offered = [
  'am',
  'ar',
  'ay',
  'az',
  'bg',
  'bn',
  'bs',
  'ca',
  'ckb',
  'cs',
  'de',
  'el',
  'en',
  'es',
  'et',
  'eu',
  'fa',
  'ff',
  'fi',
  'fil',
  'fr',
  'gl',
  'gn',
  'gu',
  'ha',
  'he',
  'hi',
  'hr',
  'ht',
  'hu',
  'hy',
  'id',
  'ig',
  'it',
  'ja',
  'ka',
  'kk',
  'km',
  'ko',
  'ku',
  'ky',
  'lo',
  'lt',
  'lv',
  'mk',
  'mn',
  'ms',
  'my',
  'nah',
  'ne',
  'nl',
  'om',
  'pa',
  'pl',
  'ps',
  'pt',
  'qu',
  'ro',
  'rom',
  'ru',
  'rw',
  'si',
  'sk',
  'sl',
  'so',
  'sq',
  'sr',
  'sv',
  'sw',
  'ta',
  'te',
  'tg',
  'th',
  'ti',
  'tl',
  'tr',
  'ug',
  'uk',
  'ur',
  'uz',
  'vi',
  'wo',
  'yo',
  'yue',
  'zh',
  'zu',
]

export function LanguageChoice({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (language: string) => void
}) {
  const say = useWords()
  const [isOther, setIsOther] = useState(false)
  const [code, setCode] = useState('')
  const options = useMemo(() => {
    const codes = offered.includes(value) || value === unknown ? offered : [...offered, value]
    const named = codes.map((id) => ({ id, name: say.language(id) }))
    named.sort((one, two) => one.name.localeCompare(two.name, say.locale))
    return [
      { id: unknown, name: say('bringIn.story.unknownLanguage') },
      ...named,
      { id: another, name: say('bringIn.story.another') },
    ]
  }, [say, value])
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
