// All of one story that her rooms show: its words and marks, what lies beside it, and what she has said to it.
import { useCallback } from 'react'
import type { FailureCode } from '../../../../shared/contract/failure.ts'
import type { BesideStory, Progress, ReadStory } from '../../../features/with-her/her-shapes.ts'
import { useAnswer } from '../../archive.tsx'

export interface HerStoryRead {
  readonly value: { readonly read: ReadStory; readonly beside: BesideStory; readonly progress: Progress } | undefined
  readonly failure: FailureCode | null
  readonly again: () => void
}

export function useHerStory(testimony: string): HerStoryRead {
  const read = useAnswer(['story', 'words', 'marks'], (archive, signal) => archive.story.read({ testimony }, signal), [
    testimony,
  ])
  const beside = useAnswer(
    ['story', 'words', 'marks'],
    (archive, signal) => archive.writing.beside({ testimony }, signal),
    [testimony],
  )
  const progress = useAnswer(
    ['story', 'words', 'consent', 'shelf'],
    (archive, signal) => archive.herSession.progress({ testimony }, signal),
    [testimony],
  )
  const [readAgain, besideAgain, progressAgain] = [read.again, beside.again, progress.again]
  const again = useCallback(() => {
    readAgain()
    besideAgain()
    progressAgain()
  }, [readAgain, besideAgain, progressAgain])
  const whole =
    read.value === undefined || beside.value === undefined || progress.value === undefined
      ? undefined
      : { read: read.value, beside: beside.value, progress: progress.value }
  return { value: whole, failure: read.failure ?? beside.failure ?? progress.failure, again }
}
