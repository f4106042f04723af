// Tells the small window what it cannot ask the archive for: the microphone that was chosen, and the questions.
import { useEffect } from 'react'
import { useAnswer, useArchive } from '../archive.tsx'
import { openBeside, useTellBeside } from '../beside.ts'
import { hideNow } from '../hide.ts'
import { chooseSound, useChosenSound } from './chosen-sound.ts'

export function TellRecorder() {
  const archive = useArchive()
  const chosen = useChosenSound()
  const { value } = useAnswer(
    ['story', 'shelf'],
    async (archive, signal) => (await archive.recording.questions({}, signal)).questions,
    [],
  )
  useTellBeside({ kind: 'chosen', ...chosen })
  useTellBeside(
    value === undefined
      ? null
      : { kind: 'questions', questions: value.map(({ words, language }) => ({ words, language })) },
  )
  useEffect(() => {
    const channel = openBeside((message) => {
      if (message.kind === 'begun') chooseSound({ begin: null })
      else if (message.kind === 'hideAll') void hideNow(archive)
    })
    channel.say({ kind: 'opened' })
    return () => channel.end()
  }, [archive])
  return null
}
