// One passphrase, typed and used at once: what is missing or wrong is said under the field, and what was used leaves it.
import { useRef, useState, type RefObject } from 'react'
import type { FailureCode } from '../../../../shared/contract/failure.ts'
import { useWords } from '../../../words/say.tsx'
import { useDoing } from '../../use-doing.ts'

export interface TypedPassphrase {
  readonly field: RefObject<HTMLInputElement | null>
  readonly busy: boolean
  /** What is to be said under the field; null where nothing is wrong. */
  readonly wrong: string | null
  /** Why it was not done; null where it was, or was not tried. */
  readonly failure: FailureCode | null
  /** Does nothing where nothing was typed, or while something is under way. What was typed stays where it was wrong. */
  readonly use: (work: (passphrase: string) => Promise<unknown>, then: () => void) => void
  /** The same where no passphrase is needed. */
  readonly goWithout: (work: () => Promise<unknown>) => void
  readonly clear: () => void
}

/** The sentences for a field that is empty and for a passphrase that opens nothing. */
export function useTypedPassphrase(says: { readonly needed: string; readonly wrong: string }): TypedPassphrase {
  const say = useWords()
  const doing = useDoing()
  const field = useRef<HTMLInputElement>(null)
  const [isMissing, setMissing] = useState(false)
  const wrongOfFailure = (): string | null =>
    doing.failure === null ? null : doing.failure === 'wrongPassphrase' ? says.wrong : say.failure(doing.failure)
  return {
    field,
    busy: doing.busy,
    wrong: isMissing ? says.needed : wrongOfFailure(),
    failure: doing.failure,
    use(work, then) {
      const input = field.current
      if (input === null || doing.busy) return
      setMissing(input.value === '')
      if (input.value === '') return input.focus()
      doing.run(async () => {
        try {
          await work(input.value)
        } catch (thrown) {
          requestAnimationFrame(() => input.select())
          throw thrown
        }
        input.value = ''
        then()
      })
    },
    goWithout(work) {
      setMissing(false)
      doing.run(work)
    },
    clear() {
      setMissing(false)
      doing.clear()
    },
  }
}
