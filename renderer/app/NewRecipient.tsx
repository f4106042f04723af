// Adds somebody to whom an excerpt can be given: a name, and the language that letters to them are written in.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { z } from 'zod'
import type { recipient } from '../../shared/contract/excerpts.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/say.tsx'
import { useArchive } from './archive.tsx'
import { useDoing } from './use-doing.ts'
import styles from './EvidenceFields.module.css'

/** Languages offered for letters; the interface's own first. Letters are written by people, so any of these will do. */
const letterLanguages = [
  'en',
  'es',
  'fr',
  'pt',
  'de',
  'it',
  'ru',
  'uk',
  'ro',
  'ar',
  'fa',
  'tr',
  'hi',
  'ur',
  'bn',
  'th',
  'zh',
  'vi',
  'km',
  'tl',
  'am',
  'sw',
]

type Recipient = z.infer<typeof recipient>

interface NewRecipientProps {
  readonly onAdded: (added: Recipient) => void
  /** Those that are here already: one who bears the very name that is typed is offered. */
  readonly known?: readonly Recipient[]
  /** A name stands there that was not added yet: what is kept now would leave it out. */
  readonly onUnfinished?: (isUnfinished: boolean) => void
}

const folded = (name: string): string => name.trim().normalize('NFC').toLocaleLowerCase()

export function NewRecipient({ onAdded, known = [], onUnfinished }: NewRecipientProps) {
  const say = useWords()
  const archive = useArchive()
  const [name, setName] = useState('')
  const [language, setLanguage] = useState(say.locale)
  const doing = useDoing()
  const isUnfinished = name.trim() !== ''
  // NOTE: told only when it changes; whoever is told draws anew, and hands in another function each time.
  const tell = useRef(onUnfinished)
  tell.current = onUnfinished
  useEffect(() => {
    tell.current?.(isUnfinished)
  }, [isUnfinished])
  useEffect(() => () => tell.current?.(false), [])
  const same = isUnfinished ? known.filter((one) => folded(one.name) === folded(name)) : []
  const add = (): void =>
    doing.run(async () => {
      const added = await archive.excerpts.addRecipient({ name: name.trim(), language })
      setName('')
      onAdded(added)
    })
  const addByEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (isUnfinished) add()
  }
  return (
    // NOTE: Enter adds the name; it must not send off the form that this lies in.
    <div className={styles.evidence} onKeyDown={addByEnter}>
      <TextField label={say('excerpts.newRecipient.name')} value={name} onChange={setName} />
      <Choice
        label={say('excerpts.newRecipient.language')}
        value={language}
        onChange={setLanguage}
        options={[...new Set([say.locale, ...letterLanguages])].map((id) => ({ id, name: say.language(id) }))}
      />
      {same.map((one) => (
        <div key={one.id}>
          <Button
            onPress={() => {
              setName('')
              onAdded(one)
            }}
          >
            {say('excerpts.newRecipient.same', { name: one.name, language: say.language(one.language) })}
          </Button>
        </div>
      ))}
      <div>
        <Button onPress={add} isDisabled={!isUnfinished}>
          {say('excerpts.newRecipient.add')}
        </Button>
      </div>
      {doing.failure !== null && (
        <Notice kind="care" title={say('excerpts.newRecipient.failed')}>
          {say.failure(doing.failure)}
        </Notice>
      )}
    </div>
  )
}
