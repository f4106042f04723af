// Why something was not done, in its place, said at once.
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'

export function Failed({ failure }: { failure: FailureCode | null }) {
  const say = useWords()
  if (failure === null) return null
  return (
    <Notice kind="care" said>
      {say.failure(failure)}
    </Notice>
  )
}
