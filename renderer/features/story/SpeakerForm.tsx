// One who speaks in the story: the name that is signed with, and whether it is the narrator.
import { useState } from 'react'
import type { Speaker, SpeakerRole } from '../../../shared/domain/story.ts'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Choice } from '../../ui/Choice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './AboutSheet.module.css'
import { KeepRow } from './KeepRow.tsx'

const roles = ['narrator', 'interviewer', 'other'] as const satisfies readonly SpeakerRole[]

export function SpeakerForm({ testimony, speaker }: { testimony: string; speaker: Speaker }) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const [name, setName] = useState(speaker.name)
  const [role, setRole] = useState<SpeakerRole>(speaker.role)
  const isSame = name === speaker.name && role === speaker.role
  const called = speaker.name === '' ? say(`uses.role.${speaker.role}`) : speaker.name
  return (
    <form
      className={styles.speaker}
      onSubmit={(event) => {
        event.preventDefault()
        doing.run(
          () => archive.story.changeSpeaker({ testimony, speaker: speaker.id, name: name.trim(), role }),
          say('story.kept'),
        )
      }}
    >
      <TextField
        label={say('story.speaker.name', { name: called })}
        value={name}
        onChange={setName}
        dir="auto"
        maxLength={2_000}
      />
      <Choice
        label={say('story.speaker.role', { name: called })}
        value={role}
        onChange={setRole}
        options={roles.map((id) => ({ id, name: say(`uses.role.${id}`) }))}
      />
      <KeepRow doing={doing} name={say('story.speaker.keep', { name: called })} isDisabled={isSame} />
    </form>
  )
}
