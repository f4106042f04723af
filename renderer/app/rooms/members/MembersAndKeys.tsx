// Who can open the archive and with what: the archivists, the paper key and the sheets of trusted people, one change at a time.
import { useEffect, useRef, useState } from 'react'
import { ChangePassphrase } from '../../../features/door/ChangePassphrase.tsx'
import { NewPaperKey } from '../../../features/door/NewPaperKey.tsx'
import { MemberList } from '../../../features/members/MemberList.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnswer, useArchive } from '../../archive.tsx'
import { AddMember } from './AddMember.tsx'
import { CloseForMember } from './CloseForMember.tsx'
import { NewShares } from './NewShares.tsx'
import { kindsOf, WithProof, type Members } from './WithProof.tsx'
import styles from './members.module.css'

type Doing =
  | { readonly kind: 'add' | 'change' | 'paper' | 'shares' | 'endShares' }
  | { readonly kind: 'close'; readonly member: Members['members'][number] }

/** What was done last, said until the next thing is begun. */
interface Done {
  readonly title: string
  readonly says: readonly string[]
}

export function MembersAndKeys() {
  const say = useWords()
  const { value, failure } = useAnswer(['door'], (archive) => archive.members.list({}), [], { keepOld: true })
  const [doing, setDoing] = useState<Doing | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const section = useRef<HTMLElement>(null)
  const wasDoing = useRef(false)
  // What was pressed is gone with the form that it opened: the focus goes to where one goes on.
  useEffect(() => {
    if (doing === null && wasDoing.current) section.current?.querySelector<HTMLElement>('h2')?.focus()
    wasDoing.current = doing !== null
  }, [doing])

  const begin = (next: Doing): void => {
    setDone(null)
    setDoing(next)
  }
  const end = (title?: string, ...says: readonly string[]): void => {
    setDoing(null)
    setDone(title === undefined ? null : { title, says })
  }

  return (
    <section ref={section} className={styles.members} aria-labelledby="settings-members">
      <h2 id="settings-members" tabIndex={-1}>
        {say('members.title')}
      </h2>
      {failure !== null && <Notice kind="care">{say.failure(failure)}</Notice>}
      {done !== null && (
        <Notice said title={done.title}>
          {done.says.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
      {value !== undefined &&
        (doing === null ? (
          <Resting members={value} begin={begin} />
        ) : (
          <Changing members={value} doing={doing} end={end} />
        ))}
    </section>
  )
}

function Resting({ members, begin }: { members: Members; begin: (next: Doing) => void }) {
  const say = useWords()
  const { paper, shares, room, openedWith } = members
  const isYours = members.members.some(({ isYou }) => isYou)
  return (
    <>
      <p>{say('members.can')}</p>
      {!isYours && members.members.length > 1 && openedWith !== 'passphrase' && (
        <Notice>{say(openedWith === 'paper' ? 'members.byPaper' : 'members.byShares')}</Notice>
      )}
      <MemberList
        members={members.members}
        onChange={() => begin({ kind: 'change' })}
        onClose={(member) => begin({ kind: 'close', member })}
      />
      {members.members.length === 1 && <p className={styles.soft}>{say('members.last')}</p>}
      <div className={styles.actions}>
        {!isYours && <Button onPress={() => begin({ kind: 'change' })}>{say('members.setNew')}</Button>}
        <Button onPress={() => begin({ kind: 'add' })} isDisabled={room === 0}>
          {say('members.add')}
        </Button>
      </div>
      {room === 0 && <p className={styles.soft}>{say('members.full')}</p>}

      <h3 className={styles.part}>{say('members.paper')}</h3>
      <p>{say('members.paper.says')}</p>
      {paper === null && <p className={styles.soft}>{say('members.paper.none')}</p>}
      {paper !== null && paper.since !== null && (
        <p className={styles.soft}>{say('members.paper.since', { date: say.date(paper.since) })}</p>
      )}
      <div className={styles.actions}>
        <Button onPress={() => begin({ kind: 'paper' })}>{say('door.keys.paper')}</Button>
      </div>

      <h3 className={styles.part}>{say('members.shares')}</h3>
      <p>{say('members.shares.says')}</p>
      <p className={styles.soft}>
        {shares === null
          ? say('members.shares.none')
          : say('members.shares.are', { needed: shares.needed, of: shares.of })}{' '}
        {shares !== null && shares.since !== null && say('members.shares.since', { date: say.date(shares.since) })}
      </p>
      <div className={styles.actions}>
        <Button onPress={() => begin({ kind: 'shares' })}>
          {say(shares === null ? 'members.shares.make' : 'members.shares.again')}
        </Button>
        {shares !== null && <Button onPress={() => begin({ kind: 'endShares' })}>{say('members.shares.end')}</Button>}
      </div>
    </>
  )
}

interface ChangingProps {
  readonly members: Members
  readonly doing: Doing
  readonly end: (title?: string, ...says: readonly string[]) => void
}

function Changing({ members, doing, end }: ChangingProps) {
  const say = useWords()
  const archive = useArchive()
  const kinds = kindsOf(members)
  const onNot = (): void => end()
  switch (doing.kind) {
    case 'add':
      return (
        <AddMember
          members={members}
          onAdded={(name) => end(say('members.add.added', { name }), say('members.add.addedSays'))}
          onNot={onNot}
        />
      )
    case 'change':
      return (
        <ChangePassphrase
          kinds={kinds}
          members={members.members}
          onChanged={() => end(say('door.keys.changed'), say('door.keys.changedSays'), say('door.keys.copies'))}
          onNot={onNot}
        />
      )
    case 'paper':
      return (
        <NewPaperKey
          kinds={kinds}
          onMade={() => end(say('door.keys.made'), say('door.keys.madeSays'), say('door.keys.copies'))}
          onNot={onNot}
        />
      )
    case 'shares':
      return (
        <NewShares
          members={members}
          onMade={(made) =>
            end(
              say('members.shares.made'),
              say('members.shares.madeSays', made),
              ...(members.shares === null ? [] : [say('members.shares.oldStopped')]),
            )
          }
          onNot={onNot}
        />
      )
    case 'endShares':
      return (
        <WithProof
          title={say('members.shares.end')}
          kinds={kinds}
          before={<p>{say('members.shares.endSays')}</p>}
          press={say('members.shares.endPress')}
          busy={say('members.remove.comparing')}
          run={async (opensWith) => {
            await archive.members.endShares({ opensWith })
            end(say('members.shares.ended'), say('members.shares.endedSays'))
          }}
          onNot={onNot}
        />
      )
    case 'close':
      return (
        <CloseForMember
          members={members}
          member={doing.member}
          onClosed={() =>
            end(
              say('members.remove.done', { name: doing.member.name }),
              say('members.remove.doneSays'),
              say('members.copies'),
            )
          }
          onStopped={() => end(say('members.remove.stopped'))}
          onNot={onNot}
        />
      )
  }
}
