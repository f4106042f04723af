// How far long work is, or how it ended without its result. What came of it is said by whoever began it.
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import type { Steps } from './use-steps.ts'

interface HowItGoesProps<P extends string> {
  readonly steps: Steps<P, unknown>
  readonly onStop?: () => void
  readonly label: (part: P | null) => string
  readonly note?: string
  readonly stopped: { readonly title: string; readonly says: string }
  readonly failed: { readonly title: string; readonly says?: string }
}

export function HowItGoes<P extends string>({ steps, onStop, label, note, stopped, failed }: HowItGoesProps<P>) {
  const say = useWords()
  if (steps.state === 'working')
    return (
      <Progress
        label={label(steps.part)}
        value={steps.reached}
        note={note}
        {...(onStop === undefined ? {} : { onCancel: onStop })}
      />
    )
  if (steps.state === 'stopped')
    return (
      <Notice said title={stopped.title}>
        {stopped.says}
      </Notice>
    )
  if (steps.state === 'failed' && steps.failure !== 'wrongPassphrase' && steps.failure !== 'wrongPaperKey')
    return (
      <Notice kind="care" said title={failed.title}>
        <p>{say.failure(steps.failure)}</p>
        {failed.says !== undefined && <p>{failed.says}</p>}
      </Notice>
    )
  return null
}
