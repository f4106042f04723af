// Giving out: the folder, its neutral name, the writing with its progress, and what came of it.
import { useEffect, useRef, useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { useAnnounce } from '../../app/announce.tsx'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { proposedName, today } from '../../app/proposed-name.ts'
import { isWhole, trimmed, WhereTo, type PlaceOnDisk } from '../../app/WhereTo.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './excerpts.module.css'

/** After these the window does not know how it ended; the register does. */
const endUnknown: ReadonlySet<FailureCode> = new Set(['disconnected', 'cancelled', 'broken', 'givenOutUnnamed'])

interface Props {
  readonly excerpt: string
  readonly recipientName: string
  readonly mayLeave: boolean
  readonly onRegister: () => void
  readonly onBegun: () => void
  readonly onGivenOut: () => void
}

type Giving =
  | { readonly state: 'waiting' }
  | { readonly state: 'writing'; readonly part: number | null }
  | { readonly state: 'failed'; readonly failure: FailureCode }
  | { readonly state: 'done'; readonly folder: string }

export function GiveOut({ excerpt, recipientName, mayLeave, onRegister, onBegun, onGivenOut }: Props) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const [place, setPlace] = useState<PlaceOnDisk>(() => ({
    parent: '',
    name: proposedName(say('excerpts.give.proposed', { date: today() })),
  }))
  const [giving, setGiving] = useState<Giving>({ state: 'waiting' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const give = async (): Promise<void> => {
    const leaving = new AbortController()
    running.current = leaving
    setGiving({ state: 'writing', part: null })
    onBegun()
    try {
      const { parent: parentFolder, name: folderName } = trimmed(place)
      for await (const news of archive.excerpts.giveOut({ excerpt, parentFolder, folderName }, leaving.signal)) {
        if (news.kind === 'writing')
          setGiving({ state: 'writing', part: news.total === 0 ? null : news.done / news.total })
        else {
          setGiving({ state: 'done', folder: news.folder })
          announce(say('excerpts.give.done'))
          onGivenOut()
        }
      }
    } catch (thrown) {
      setGiving({ state: 'failed', failure: codeOf(thrown) })
    }
  }

  if (giving.state === 'done') {
    return (
      <Notice
        title={say('excerpts.give.done')}
        action={<Button onPress={onRegister}>{say('excerpts.give.register')}</Button>}
      >
        <p>{say('excerpts.give.where', { folder: giving.folder })}</p>
        <p>{say('excerpts.give.handOver', { recipient: recipientName })}</p>
      </Notice>
    )
  }
  const isWriting = giving.state === 'writing'
  const waits = !mayLeave
    ? say('excerpts.give.waits')
    : place.parent.trim() === ''
      ? say('excerpts.give.folderFirst')
      : say('excerpts.give.says')
  return (
    <section>
      <h2>{say('excerpts.give')}</h2>
      <WhereTo
        place={place}
        onChange={setPlace}
        folderLabel={say('folders.into')}
        nameNote={say('excerpts.give.nameHint')}
        isDisabled={isWriting}
      />
      {isWriting && (
        <Progress label={say('excerpts.give.writing')} value={giving.part} onCancel={() => running.current?.abort()} />
      )}
      {giving.state === 'failed' && (
        <Notice
          kind="care"
          said
          title={say(endUnknown.has(giving.failure) ? 'excerpts.give.stopped' : 'excerpts.give.failed')}
        >
          <p>{say.failure(giving.failure)}</p>
          <p>{say(endUnknown.has(giving.failure) ? 'excerpts.give.unsure' : 'excerpts.give.nothing')}</p>
        </Notice>
      )}
      <p id="why-it-waits" className={styles.soft}>
        {waits}
      </p>
      <Button
        kind="primary"
        onPress={() => void give()}
        isDisabled={!mayLeave || !isWhole(place) || isWriting}
        aria-describedby="why-it-waits"
      >
        {say('excerpts.give.press')}
      </Button>
    </section>
  )
}
