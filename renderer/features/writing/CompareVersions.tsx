// Two versions of a story beside each other, passage by passage and word by word; what is alike is only counted.
import { useMemo, useState } from 'react'
import { compareTranscripts } from '../../../shared/domain/writing/compare.ts'
import { useAnswer } from '../../app/archive.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { ComparedWords } from '../../ui/ComparedWords.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './writing.module.css'

interface Version {
  readonly number: number
  readonly name: string
  readonly until: string
}

interface CompareVersionsProps {
  readonly testimony: string
  readonly language: string
  readonly from: number
  readonly now: number
  readonly revisions: readonly Version[]
  readonly onClose: () => void
}

export function CompareVersions({ testimony, language, from, now, revisions, onClose }: CompareVersionsProps) {
  const say = useWords()
  const [to, setTo] = useState(now)
  const { value, failure } = useAnswer(
    [],
    async (archive, signal) => {
      const [one, other] = await Promise.all([
        archive.writing.at({ testimony, revision: Math.min(from, to) }, signal),
        archive.writing.at({ testimony, revision: Math.max(from, to) }, signal),
      ])
      return { one, other }
    },
    [testimony, from, to],
  )
  const differences = useMemo(() => (value === undefined ? null : compareTranscripts(value.one, value.other)), [value])
  const nameOf = ({ name, until, number }: Version): string =>
    number === now ? say('writing.history.now') : name === '' ? say.moment(until) : name
  const older = revisions.find(({ number }) => number === Math.min(from, to))
  const newer = revisions.find(({ number }) => number === Math.max(from, to))
  const alike = differences?.filter(({ kind, moved }) => kind === 'same' && !moved).length ?? 0
  return (
    <Dialog title={say('writing.compare.title')} isOpen onClose={onClose} wide>
      <Choice
        label={say('writing.history.compareWith')}
        value={String(to)}
        onChange={(number) => setTo(Number(number))}
        options={revisions
          .filter(({ number }) => number !== from)
          .map((one) => ({ id: String(one.number), name: nameOf(one) }))}
      />
      {older !== undefined && newer !== undefined && (
        <p className={styles.soft}>{say('writing.compare.between', { from: nameOf(older), to: nameOf(newer) })}</p>
      )}
      {failure !== null && <Notice kind="care">{say.failure(failure)}</Notice>}
      {differences === null && failure === null && <p>{say('writing.compare.loading')}</p>}
      {differences !== null && (
        <div className={styles.cards}>
          {alike === differences.length && <p>{say('writing.compare.same')}</p>}
          {differences.map((one) =>
            one.kind === 'same' && !one.moved ? null : (
              <section key={`${one.kind} ${one.passage}`} className={styles.card}>
                <h3 className={styles.soft}>{say(`writing.compare.${one.kind === 'same' ? 'moved' : one.kind}`)}</h3>
                <ComparedWords
                  pieces={one.pieces}
                  language={(one.after ?? one.before)?.language ?? language}
                  direction={(one.after ?? one.before)?.direction ?? 'auto'}
                  names={{ added: say('writing.added'), removed: say('writing.removed') }}
                  size="beside"
                />
              </section>
            ),
          )}
          {alike > 0 && alike < differences.length && (
            <p className={styles.soft}>{say('writing.compare.alike', { count: alike })}</p>
          )}
        </div>
      )}
    </Dialog>
  )
}
