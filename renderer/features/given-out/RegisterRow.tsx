// One row: what, to whom, for what, when, by whom, and with which proof. A yes that no longer stands is said first.
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { Disclosed } from './register-rows.ts'
import { stateInWords } from './recall-in-words.ts'
import type { RecallSummary } from './recall-shapes.ts'
import styles from './given-out.module.css'
import { useUses } from '../../app/uses.tsx'

interface Props {
  readonly row: Disclosed
  readonly recall: RecallSummary | undefined
  readonly onStory: (testimony: string) => void
  readonly onRecall: (disclosure: string) => void
}

export function RegisterRow({ row, recall, onStory, onRecall }: Props) {
  const say = useWords()
  const { nameOf } = useUses()
  const {
    id,
    at,
    by,
    testimony,
    testimonyTitle,
    title: called,
    use,
    recipient,
    passages,
    redactions,
    folderName,
    closedSince,
    endedSince,
  } = row
  // What was given out has no title any more once something of it was erased, and nothing names an erased story.
  const title = called === '' ? say('givenOut.erased') : called
  const state = recall?.state ?? (closedSince > 0 ? 'owed' : 'none')
  const facts = [
    [say('givenOut.to'), recipient.name],
    [say('givenOut.for'), nameOf(use)],
    [say('givenOut.when'), say.moment(at)],
    [say('givenOut.by'), by],
    [say('givenOut.passages'), say.number(passages)],
    [say('givenOut.takenOut'), say('givenOut.takenOut.count', { count: redactions })],
    ...(folderName === '' ? [] : [[say('givenOut.folder'), folderName] as const]),
  ] as const
  return (
    <article className={styles.row} aria-labelledby={`row-${id}`}>
      <h2 id={`row-${id}`} className={styles.title}>
        {title}
      </h2>
      <p className={styles.from}>
        {say('givenOut.from')}{' '}
        {testimonyTitle === '' ? (
          say('givenOut.erased')
        ) : (
          <Button kind="quiet" small className={styles.hers ?? ''} onPress={() => onStory(testimony)}>
            {testimonyTitle}
          </Button>
        )}
      </p>
      {state === 'owed' && (
        <Notice
          kind="care"
          title={say('givenOut.owed.title', { count: closedSince })}
          action={
            <Button aria-label={`${say('recall.begin')}: ${title}`} onPress={() => onRecall(id)}>
              {say('recall.begin')}
            </Button>
          }
        >
          {say('givenOut.owed.says', { recipient: recipient.name })}
        </Notice>
      )}
      {state !== 'owed' && state !== 'none' && (
        <Notice kind={state === 'begun' ? 'care' : 'note'}>
          {stateInWords(say, state, recall?.last == null ? [] : [recall.last])}
        </Notice>
      )}
      {endedSince > 0 && <p className={styles.from}>{say('givenOut.ended', { count: endedSince })}</p>}
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {state !== 'owed' && (
        <Button small aria-label={`${say('recall.open')}: ${title}`} onPress={() => onRecall(id)}>
          {say('recall.open')}
        </Button>
      )}
      <Disclosure title={say('givenOut.files')}>
        <Proof row={row} />
      </Disclosure>
    </article>
  )
}

function Proof({ row: { consentEntries, revision, contentHash, files } }: { row: Disclosed }) {
  const say = useWords()
  return (
    <>
      <p>{say('givenOut.answers', { count: consentEntries.length })}</p>
      <ul className={styles.entries}>
        {consentEntries.map((entry) => (
          <li key={entry}>
            {say('givenOut.entry')}: <code className={styles.hash}>{entry}</code>
          </li>
        ))}
      </ul>
      <p>
        {say('givenOut.revision')}: {say.number(revision)}
      </p>
      <p>{say('givenOut.hash')}</p>
      <p className={styles.hash}>{contentHash}</p>
      <table className={styles.files}>
        <thead>
          <tr>
            <th scope="col">{say('givenOut.file')}</th>
            <th scope="col">{say('givenOut.size')}</th>
            <th scope="col">{say('givenOut.sha')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ path, size, sha256 }) => (
            <tr key={path}>
              <td>{path}</td>
              <td>{say.number(size)}</td>
              <td className={styles.hash}>{sha256}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
