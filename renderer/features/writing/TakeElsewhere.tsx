// All words in one field, chosen, for the day when the archive cannot keep them.
import { useEffect, useRef } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useWords } from '../../words/say.tsx'

export function TakeElsewhere({ words, onClose }: { words: string; onClose: () => void }) {
  const say = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  return (
    <Dialog title={say('writing.elsewhere.title')} isOpen onClose={onClose} wide>
      <p>{say('writing.elsewhere.how')}</p>
      <TextArea label={say('writing.elsewhere.words')} value={words} isReadOnly rows={14} dir="auto" inputRef={field} />
    </Dialog>
  )
}
