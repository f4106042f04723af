// Something that is done only by whoever shows that she can open the archive: its fields, what is wrong, and how far it is.
import { useRef, useState, type ReactNode } from 'react'
import type { ArchiveClient } from '../../../../shared/contract/index.ts'
import { OpensNow, useOpensNow } from '../../../features/door/OpensNow.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useWords } from '../../../words/say.tsx'
import { codeOf } from '../../archive.tsx'
import styles from './members.module.css'

export type OpensWith = Parameters<ArchiveClient['members']['add']>[0]['opensWith']

export interface WithProofProps {
  title: string
  /** Which of the ways to open there are. */
  kinds: readonly OpensWith['kind'][]
  /** Before the question of what opens it now. */
  before?: ReactNode
  /** After it. */
  children?: ReactNode
  press: string
  /** What is said while it is under way. */
  busy: string
  /** What is shown meanwhile in the place of a plain line, which can be stopped. */
  progress?: ReactNode
  /** Called before anything is done; false where something else is missing. */
  isReady?: () => boolean
  run: (opensWith: OpensWith) => Promise<void>
  onNot: () => void
}

export function WithProof(props: WithProofProps) {
  const { title, kinds, before, children, press, busy, progress, isReady = () => true, run, onNot } = props
  const say = useWords()
  const now = useOpensNow(kinds)
  const [wrong, setWrong] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const begun = useRef(false)

  const submit = async (): Promise<void> => {
    if (begun.current) return
    setWrong(null)
    const opensWith = now.hand.read()
    if (opensWith === null || !isReady()) return
    begun.current = true
    setBusy(true)
    try {
      await run(opensWith)
      now.hand.empty()
    } catch (thrown) {
      if (!(await now.hand.says(thrown))) setWrong(say.failure(codeOf(thrown)))
    }
    begun.current = false
    setBusy(false)
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h3>{title}</h3>
      {before}
      <OpensNow fields={now.fields} />
      {children}
      {wrong !== null && (
        <Notice kind="care" said>
          {wrong}
        </Notice>
      )}
      {isBusy && (progress ?? <Progress label={busy} value={null} note={say('door.open.openingNote')} />)}
      <div className={styles.actions}>
        <Button kind="primary" type="submit" isDisabled={isBusy}>
          {press}
        </Button>
        <Button onPress={onNot} isDisabled={isBusy}>
          {say('members.not')}
        </Button>
      </div>
    </form>
  )
}

export type Members = Awaited<ReturnType<ArchiveClient['members']['list']>>

/** The ways to open the archive that there are. */
export function kindsOf({ paper, shares }: Members): readonly OpensWith['kind'][] {
  return [
    'passphrase',
    ...(paper === null ? [] : (['paper'] as const)),
    ...(shares === null ? [] : (['shares'] as const)),
  ]
}
