// Everybody with a passphrase, and what can be done about each.
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './members.module.css'

type Member = Awaited<ReturnType<ArchiveClient['members']['list']>>['members'][number]

interface MemberListProps {
  readonly members: readonly Member[]
  readonly onChange: () => void
  readonly onClose: (member: Member) => void
}

export function MemberList({ members, onChange, onClose }: MemberListProps) {
  const say = useWords()
  return (
    <ul className={styles.list} aria-label={say('members.list')}>
      {members.map((member) => (
        <li key={member.id} className={styles.member}>
          <p className={styles.who}>
            <bdi className={styles.name}>{member.name}</bdi>
            {member.isYou && <span className={styles.soft}>{say('members.you')}</span>}
            {member.since !== null && (
              <span className={styles.soft}>{say('members.since', { date: say.date(member.since) })}</span>
            )}
          </p>
          {!member.isCarried && <p className={styles.soft}>{say('members.old')}</p>}
          <div className={styles.actions}>
            {member.isYou && (
              <Button small onPress={onChange}>
                {say('members.change')}
              </Button>
            )}
            {members.length > 1 && (
              <Button small onPress={() => onClose(member)}>
                {member.isYou ? say('members.closeSelf') : say('members.close', { name: member.name })}
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
