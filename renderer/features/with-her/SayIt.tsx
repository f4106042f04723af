// Saying it instead of writing it: begin, pause, stop, listen again, keep or throw away.
import { useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { SpokenSteps } from '../../app/voice/SpokenSteps.tsx'
import { useSpeaking } from '../../app/voice/use-speaking.ts'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { useWords } from '../../words/say.tsx'

interface SayItProps {
  readonly testimony: string
  readonly passage: string | null
  /** The passage is only for her, and so is what she says of it: heard with her key open alone. */
  readonly isSealed: boolean
  readonly keyOpen: boolean
  readonly onKept: (answer: string) => void
  readonly onClose: () => void
}

export function SayIt({ testimony, passage, isSealed, keyOpen, onKept, onClose }: SayItProps) {
  const say = useWords()
  const archive = useArchive()
  const spoken = useSpeaking({
    begin: async () => (await archive.herSession.beginAnswer({ testimony, passage, type: 'audio/webm' })).answer,
    append: (answer, bytes) => archive.herSession.appendAnswer({ testimony, answer, bytes }),
    finish: async (answer, durationMs) => ({
      answer,
      ...(await archive.herSession.finishAnswer({ testimony, answer, durationMs })),
    }),
    drop: (answer) => archive.herSession.dropAnswer({ testimony, answer }),
  })
  const { speaking } = spoken
  const [leaving, setLeaving] = useState(false)
  const close = (): void => {
    if (speaking.state === 'said') return onKept(speaking.kept.answer)
    if (speaking.state === 'speaking' || speaking.state === 'paused') return setLeaving(true)
    onClose()
  }
  return (
    <Dialog title={say('her.sayIt')} isOpen onClose={close}>
      <SpokenSteps
        spoken={spoken}
        says={say(isSealed ? 'her.sayIt.saysSealed' : 'her.sayIt.says')}
        keptSays={(time) => say(isSealed && !keyOpen ? 'her.sayIt.keptSealed' : 'her.sayIt.kept', { time })}
        addressOf={({ answer, media }) =>
          media !== null ? `/media/${media}` : keyOpen ? `/offrecord/${answer}` : null
        }
        leaving={leaving}
        onThrownAway={() => {
          if (leaving) onClose()
        }}
        onKept={({ answer }) => onKept(answer)}
        onNot={onClose}
        row={(buttons) => <DialogActions>{buttons}</DialogActions>}
      />
    </Dialog>
  )
}
