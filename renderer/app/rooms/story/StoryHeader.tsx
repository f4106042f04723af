// What stands above a story: its title, whose it is, its language and sittings, and through whose eyes it is shown.
import type { Story } from '../../../../shared/domain/story.ts'
import { ViewAsSwitch, type ShownView } from '../../../features/story/ViewAsSwitch.tsx'
import { useWords } from '../../../words/say.tsx'
import { RoomHeader } from '../../RoomHeader.tsx'

interface StoryHeaderProps {
  readonly story: Pick<Story, 'testimony' | 'recordings'>
  /** The narrator, as whoever is viewed as would know her. */
  readonly called: string
  readonly view: ShownView
  readonly onView: (view: ShownView) => void
}

export function StoryHeader({ story: { testimony, recordings }, called, view, onView }: StoryHeaderProps) {
  const say = useWords()
  const sittings = new Set(recordings.map(({ sitting }) => sitting)).size
  return (
    <RoomHeader
      title={<bdi lang={testimony.language}>{testimony.title}</bdi>}
      hers={testimony.titleBy === 'narrator'}
      about={[
        ...(testimony.titleBy === 'archivist' ? [say('story.workingTitle')] : []),
        called,
        say.language(testimony.language),
        ...(recordings.length > 0 ? [say('story.sittings', { count: sittings })] : []),
      ]
        .filter((part) => part !== '')
        .join(' · ')}
    >
      <ViewAsSwitch view={view} onView={onView} />
    </RoomHeader>
  )
}
