// A report of a check or a repair, saved as text. Whoever makes the lines leaves out every story and every name.
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/say.tsx'
import { useArchive } from './archive.tsx'
import { useDoorState } from './door-state-context.tsx'
import { SaveInFolder } from './SaveInFolder.tsx'

export function SaveReport({ lines }: { lines: readonly string[] }) {
  const say = useWords()
  const archive = useArchive()
  const { version } = useDoorState()
  const [isOpen, setOpen] = useState(false)
  if (!isOpen)
    return (
      <div>
        <Button onPress={() => setOpen(true)}>{say('report.save')}</Button>
      </div>
    )
  const head = (): string => say('report.head', { version, when: say.moment(new Date().toISOString()) })
  return (
    <SaveInFolder
      says={say('report.says')}
      proposed={say('report.folder')}
      press={say('report.press')}
      saved={say('report.saved')}
      failed={say('report.notSaved')}
      onSave={(where) => archive.backup.saveReport({ ...where, text: [head(), '', ...lines, ''].join('\n') })}
    />
  )
}
