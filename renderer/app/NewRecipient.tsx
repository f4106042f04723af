// Adds somebody to whom an excerpt can be given: a name, and the language that letters to them are written in.
import { useState } from 'react'
import type { FailureCode } from '../../shared/contract/failure.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/say.tsx'
import { codeOf, useArchive } from './archive.tsx'
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

export function NewRecipient({ onAdded }: { onAdded: (recipient: string) => void }) {
  const say = useWords()
  const archive = useArchive()
  const [name, setName] = useState('')
  const [language, setLanguage] = useState(say.locale)
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const add = async (): Promise<void> => {
    try {
      const { id } = await archive.excerpts.addRecipient({ name: name.trim(), language })
      setName('')
      setFailure(null)
      onAdded(id)
    } catch (thrown) {
      setFailure(codeOf(thrown))
    }
  }
  return (
    <div className={styles.evidence}>
      <TextField label={say('excerpts.newRecipient.name')} value={name} onChange={setName} />
      <Choice
        label={say('excerpts.newRecipient.language')}
        value={language}
        onChange={setLanguage}
        options={[...new Set([say.locale, ...letterLanguages])].map((id) => ({ id, name: say.language(id) }))}
      />
      <div>
        <Button onPress={() => void add()} isDisabled={name.trim() === ''}>
          {say('excerpts.newRecipient.add')}
        </Button>
      </div>
      {failure !== null && (
        <Notice kind="care" title={say('excerpts.newRecipient.failed')}>
          {say.failure(failure)}
        </Notice>
      )}
    </div>
  )
}
