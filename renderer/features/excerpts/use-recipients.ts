// Whom excerpts can be given to.
import { useAnswer } from '../../app/archive.tsx'
import type { Recipient } from './excerpt-shapes.ts'

export function useRecipients(): { recipients: readonly Recipient[]; again: () => void } {
  const { value, again } = useAnswer(['excerpts'], (archive, signal) => archive.excerpts.recipients({}, signal), [])
  return { recipients: value?.recipients ?? [], again }
}
