// Where sound is missing in a recording because recording stopped for a while.
import type { Missing } from '../../../features/story/drawn-sound.ts'
import { useAnswer } from '../../archive.tsx'

const none: readonly Missing[] = []

/** None while they are asked for, or where it was brought in. */
export function useGaps(recording: string | null): readonly Missing[] {
  const { value } = useAnswer(
    ['story'],
    async (archive, signal) => (recording === null ? null : archive.recording.about({ recording }, signal)),
    [recording],
  )
  return value?.gaps ?? none
}
