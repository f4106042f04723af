// Where sound is missing in a recording because recording stopped for a while.
import { useMemo } from 'react'
import { useAnswer } from '../../archive.tsx'

const none: readonly number[] = []

/** Milliseconds from the recording's start; none while they are asked for, or where it was brought in. */
export function useGaps(recording: string | null): readonly number[] {
  const { value } = useAnswer(
    ['story'],
    async (archive, signal) => (recording === null ? null : archive.recording.about({ recording }, signal)),
    [recording],
  )
  return useMemo(() => value?.gaps.map(({ atMs }) => atMs) ?? none, [value])
}
