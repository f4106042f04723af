// The first nine speakers, each by a key: what stands after the caret becomes theirs.
import type { Speaker } from '../../../../../shared/domain/story.ts'
import type { EditorHandle } from '../../../../editor/index.ts'
import { useCommand } from '../../../commands.tsx'

const ids = [
  'story.speaker.1',
  'story.speaker.2',
  'story.speaker.3',
  'story.speaker.4',
  'story.speaker.5',
  'story.speaker.6',
  'story.speaker.7',
  'story.speaker.8',
  'story.speaker.9',
] as const

function SpeakerCommand({
  id,
  editor,
  speaker,
}: {
  id: (typeof ids)[number]
  editor: EditorHandle
  speaker: string | null
}) {
  useCommand({
    id,
    when: speaker !== null,
    run: () => {
      if (speaker !== null) editor.commands.splitTurn(speaker)
    },
  })
  return null
}

export function SpeakerCommands({ editor, speakers }: { editor: EditorHandle; speakers: readonly Speaker[] }) {
  return ids.map((id, at) => <SpeakerCommand key={id} id={id} editor={editor} speaker={speakers[at]?.id ?? null} />)
}
