// Earlier versions of a story: who worked on it and when, with a name where somebody gave one.
import { useEffect, useRef, useState } from 'react'
import { useAnswer, useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { CompareVersions } from './CompareVersions.tsx'
import styles from './writing.module.css'

interface HistoryProps {
  readonly testimony: string
  readonly language: string
  /** In her own session she may destroy a version; nobody else may. */
  readonly mayForget: boolean
  /** False where her words are hers: then only she brings back what they were. */
  readonly mayRestore: boolean
  /** Grows whenever somebody wants to name the version of now: then the field for it has the focus. */
  readonly naming: number
  readonly onNamed: () => void
  /** Everything that is written is kept before anything is done with versions. */
  readonly keptFirst: () => Promise<void>
}

export function History({ testimony, language, mayForget, mayRestore, naming, onNamed, keptFirst }: HistoryProps) {
  const say = useWords()
  const archive = useArchive()
  const { value, failure, again } = useAnswer(
    ['story', 'words', 'shelf'],
    (client, signal) => client.writing.revisions({ testimony }, signal),
    [testimony],
    { keepOld: true },
  )
  const [name, setName] = useState('')
  const [comparing, setComparing] = useState<number | null>(null)
  const doing = useDoing()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // NOTE: after this drawing, because the panel it stands in may have been hidden until now.
    if (naming > 0) requestAnimationFrame(() => field.current?.focus())
  }, [naming])
  if (failure !== null && value === undefined) return <Notice kind="care">{say.failure(failure)}</Notice>
  const rows = (value?.revisions ?? []).toSorted((one, other) => other.number - one.number)
  const now = rows[0]?.number ?? 1
  const snapshot = (): void => {
    const given = name.trim()
    if (given === '') return
    doing.run(
      async () => {
        await keptFirst()
        await archive.writing.snapshot({ testimony, name: given })
        setName('')
        again()
        onNamed()
      },
      say('writing.history.named', { name: given }),
    )
  }
  return (
    <div className={styles.part}>
      <h2 className={styles.head}>{say('writing.history')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          snapshot()
        }}
      >
        <TextField
          label={say('writing.history.name')}
          inputRef={field}
          value={name}
          onChange={setName}
          dir="auto"
          maxLength={200}
        />
        <Button small type="submit" isDisabled={name.trim() === '' || doing.busy}>
          {say('writing.history.name.keep')}
        </Button>
      </form>
      {doing.failure !== null && (
        <Notice kind="care" said>
          {say.failure(doing.failure)}
        </Notice>
      )}
      {rows.length === 1 && <p className={styles.none}>{say('writing.history.none')}</p>}
      <ol className={styles.versions} reversed>
        {rows.map((row) => (
          <li key={row.number} className={styles.version}>
            {row.name !== '' && <p className={row.authorRole === 'narrator' ? styles.hers : undefined}>{row.name}</p>}
            <p className={styles.soft}>
              {say('writing.history.row', {
                author: row.author === '' ? say(`writing.history.${row.authorRole}`) : row.author,
                when: say.moment(row.until),
              })}
            </p>
            {row.number === 1 && <p className={styles.soft}>{say('writing.history.cameIn')}</p>}
            {row.reliedOn && <p className={styles.soft}>{say('writing.history.reliedOn')}</p>}
            {row.number === now ? (
              <p className={styles.soft}>{say('writing.history.now')}</p>
            ) : (
              <div className={styles.actions}>
                <Button small onPress={() => doing.run(async () => keptFirst().then(() => setComparing(row.number)))}>
                  {say('writing.history.compare')}
                </Button>
                {mayRestore && (
                  <Button
                    small
                    isDisabled={doing.busy}
                    onPress={() =>
                      doing.run(async () => {
                        await keptFirst()
                        const { revisions } = await archive.writing.revisions({ testimony })
                        const base = revisions.reduce((most, { number }) => Math.max(most, number), 1)
                        await archive.writing.restore({ testimony, base, revision: row.number })
                      }, say('writing.history.restored'))
                    }
                  >
                    {say('writing.history.restore')}
                  </Button>
                )}
                {mayForget && (
                  <Button
                    small
                    isDisabled={doing.busy}
                    onPress={() =>
                      doing.run(async () => {
                        await archive.writing.forget({ testimony, revision: row.number })
                        again()
                      }, say('writing.history.forgot'))
                    }
                  >
                    {say('writing.history.forget')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
      {comparing !== null && (
        <CompareVersions
          testimony={testimony}
          language={language}
          from={comparing}
          now={now}
          revisions={rows}
          onClose={() => setComparing(null)}
        />
      )}
    </div>
  )
}
