// Which of the stories that are here hold words that somebody else calls back: a list to go to. Nothing is changed by looking.
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { FailureCode } from '../../shared/contract/failure.ts'
import type { heldHere } from '../../shared/contract/recall.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useWords } from '../words/say.tsx'
import { useAnnounce } from './announce.tsx'
import { codeOf, useArchive } from './archive.tsx'
import styles from './HeldHere.module.css'
import { useNavigation } from './navigation.tsx'

type Found = NonNullable<z.infer<typeof heldHere>['found']>
type Looking = 'notYet' | 'under way' | 'done' | FailureCode

interface Props {
  /** Its id on the list. */
  readonly listed: string
  /** It has just been taken in: look without being asked. */
  readonly atOnce?: boolean
}

export function HeldHere({ listed, atOnce = false }: Props) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const { go } = useNavigation()
  const [looking, setLooking] = useState<Looking>(atOnce ? 'under way' : 'notYet')
  const [found, setFound] = useState<readonly Found[]>([])
  const [far, setFar] = useState({ done: 0, total: 0 })
  const leaving = useRef<AbortController | null>(null)
  const latest = useRef({ say, announce })
  latest.current = { say, announce }
  const isAsked = looking === 'under way'
  useEffect(() => {
    if (!isAsked) return
    const stop = new AbortController()
    leaving.current = stop
    const look = async (): Promise<void> => {
      const held: Found[] = []
      setFound([])
      for await (const line of archive.recall.lookHere({ listed }, stop.signal)) {
        setFar({ done: line.done, total: line.total })
        if (line.found === null) continue
        held.push(line.found)
        setFound([...held])
      }
      if (stop.signal.aborted) return
      setLooking('done')
      const { say: saying, announce: tell } = latest.current
      tell(held.length === 0 ? saying('recall.held.none') : saying('recall.held.found', { count: held.length }))
    }
    look().catch((thrown: unknown) => {
      if (leaving.current === stop) setLooking(codeOf(thrown))
    })
    return () => {
      leaving.current = null
      stop.abort()
    }
  }, [archive, isAsked, listed])

  const again = <Button onPress={() => setLooking('under way')}>{say('recall.held.look')}</Button>
  if (looking === 'notYet') return again
  return (
    <div className={styles.held}>
      {isAsked && (
        <Progress
          label={say('recall.held.looking')}
          value={far.total === 0 ? null : far.done / far.total}
          note={
            far.total === 0
              ? ''
              : say('recall.held.looked', { done: say.number(far.done), total: say.number(far.total) })
          }
          onCancel={() => leaving.current?.abort()}
        />
      )}
      {!isAsked && looking !== 'done' && (
        <Notice kind="care" title={say('recall.held.left')} action={again}>
          {looking === 'cancelled' ? null : say.failure(looking)}
        </Notice>
      )}
      {looking === 'done' && found.length === 0 && <p>{say('recall.held.none')}</p>}
      {found.length > 0 && (
        <>
          <p>
            <strong>{say('recall.held.found', { count: found.length })}.</strong> {say('recall.held.says')}
          </p>
          <ul className={styles.list} aria-label={say('recall.held.found', { count: found.length })}>
            {found.map(({ testimony, title, passage }) => (
              <li key={testimony}>
                <Button
                  className={styles.story ?? ''}
                  onPress={() => go({ room: 'story', testimony, ...(passage === null ? {} : { passage }) })}
                >
                  {say('recall.held.go', { title })}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
