// The archive closed for one archivist: what that does and cannot do, and how far the new key is. It can be stopped.
import { useEffect, useRef, useState } from 'react'
import { Progress } from '../../../ui/Progress.tsx'
import { useWords } from '../../../words/say.tsx'
import { codeOf, useArchive } from '../../archive.tsx'
import { kindsOf, WithProof, type Members } from './WithProof.tsx'

interface CloseForMemberProps {
  readonly members: Members
  readonly member: Members['members'][number]
  readonly onClosed: () => void
  readonly onStopped: () => void
  readonly onNot: () => void
}

interface Far {
  readonly step: 'resting' | 'writing' | 'reading'
  readonly done: number
  readonly total: number
}

export function CloseForMember({ members, member, onClosed, onStopped, onNot }: CloseForMemberProps) {
  const say = useWords()
  const archive = useArchive()
  const stopping = useRef<AbortController | null>(null)
  const [far, setFar] = useState<Far>({ step: 'resting', done: 0, total: 0 })
  useEffect(() => () => stopping.current?.abort(), [])
  const { name, isYou } = member
  const others = members.members.filter(({ id, isCarried }) => !isCarried && id !== member.id)

  const follow = async (signal: AbortSignal): Promise<void> => {
    try {
      for await (const told of archive.members.progress({}, signal)) setFar(told)
    } catch {
      // left, or the archive is gone
    }
  }

  const close = async (opensWith: Parameters<typeof archive.members.remove>[0]['opensWith']): Promise<void> => {
    const stop = new AbortController()
    stopping.current = stop
    const following = new AbortController()
    void follow(following.signal)
    try {
      await archive.members.remove({ opensWith, member: member.id }, stop.signal)
      onClosed()
    } catch (thrown) {
      if (!stop.signal.aborted || codeOf(thrown) !== 'cancelled') throw thrown
      onStopped()
    } finally {
      following.abort()
      stopping.current = null
    }
  }

  return (
    <WithProof
      title={isYou ? say('members.remove.selfTitle') : say('members.remove.title', { name })}
      kinds={kindsOf(members)}
      before={
        <>
          <h4>{say('members.remove.does')}</h4>
          <ul>
            <li>{say('members.remove.does1', { name })}</li>
            {isYou && <li>{say('members.remove.self')}</li>}
            <li>{say('members.remove.does2')}</li>
            <li>{say('members.remove.does3')}</li>
            {others.length > 0 && (
              <li>{say('members.remove.oldGoes', { names: say.list(others.map((other) => other.name)) })}</li>
            )}
            {members.paper?.isCarried === false && <li>{say('members.remove.paperGoes')}</li>}
          </ul>
          <h4>{say('members.remove.doesNot')}</h4>
          <ul>
            <li>{say('members.remove.doesNot1')}</li>
            <li>{say('members.remove.doesNot2', { name })}</li>
            <li>{say('members.remove.doesNot3', { name })}</li>
          </ul>
        </>
      }
      press={isYou ? say('members.remove.pressSelf') : say('members.remove.press', { name })}
      busy={say('members.remove.comparing')}
      progress={
        <Progress
          label={say(far.step === 'resting' ? 'members.remove.comparing' : `members.remove.${far.step}`)}
          value={far.total === 0 ? null : far.done / far.total}
          note={say('members.remove.note')}
          onCancel={() => stopping.current?.abort()}
        />
      }
      run={close}
      onNot={onNot}
    />
  )
}
