// How a taking goes: working, stopped, failed. What is done is said by whoever began it.
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import type { Taking } from './use-taking.ts'

export function TakenAway({ taking, onStop }: { taking: Taking<unknown>; onStop: () => void }) {
  const say = useWords()
  if (taking.state === 'working')
    return <Progress label={say('takeHome.working')} value={taking.part} onCancel={onStop} />
  if (taking.state === 'stopped')
    return (
      <Notice said title={say('takeHome.stopped')}>
        {say('takeHome.stopped.says')}
      </Notice>
    )
  if (taking.state === 'failed' && taking.failure !== 'wrongPassphrase')
    return (
      <Notice kind="care" said title={say('takeHome.failed')}>
        {say.failure(taking.failure)}
      </Notice>
    )
  return null
}
