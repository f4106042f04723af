// Passages that are sealed in words and heard in their recording still: said on the story, with the one step that closes it.
import { useState } from 'react'
import type { Narrator } from '../../../../shared/domain/story.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import { HandOverDialog } from './HandOver.tsx'

interface SoundOfSealedProps {
  readonly narrator: Pick<Narrator, 'id' | 'name'>
  readonly count: number
}

export function SoundOfSealed({ narrator, count }: SoundOfSealedProps) {
  const say = useWords()
  const [open, setOpen] = useState(false)
  if (count === 0) return null
  return (
    <Notice
      title={say('writing.soundOpen', { count })}
      action={<Button onPress={() => setOpen(true)}>{say('her.handOver')}</Button>}
    >
      {say('writing.soundOpen.says')}
      {open && <HandOverDialog narrator={narrator} onClose={() => setOpen(false)} />}
    </Notice>
  )
}
