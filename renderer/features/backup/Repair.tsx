// Repairs what can be repaired and says what it did, in a report that can be saved.
import { useAnnounce } from '../../app/announce.tsx'
import { useArchive } from '../../app/archive.tsx'
import { damagedInWords } from '../../app/damaged-in-words.ts'
import { SaveReport } from '../../app/SaveReport.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords, type Say } from '../../words/say.tsx'
import { inMegabytes, type Repaired } from './backup-shapes.ts'
import { HowItGoes } from './HowItGoes.tsx'
import { useSteps } from './use-steps.ts'
import styles from './backup.module.css'

export function Repair() {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const { steps, run, stop } = useSteps<'looking' | 'saving', Repaired>()
  const repair = async (): Promise<void> => {
    const came = await run((signal) => archive.backup.repair({}, signal)).catch(() => null)
    if (came !== null) announce(say('repair.done'))
  }
  const isWorking = steps.state === 'working'
  return (
    <section className={styles.part} aria-labelledby="settings-repair">
      <h2 id="settings-repair">{say('repair.title')}</h2>
      <p>{say('repair.says')}</p>
      <HowItGoes
        steps={steps}
        onStop={stop}
        label={(part) => say(part === 'saving' ? 'repair.saving' : 'repair.looking')}
        note={say('backup.goOn')}
        stopped={{ title: say('repair.stopped'), says: say('repair.stoppedSays') }}
        failed={{ title: say('repair.failed'), says: say('repair.stoppedSays') }}
      />
      {steps.state === 'done' && <Did repaired={steps.came} />}
      {!isWorking && (
        <div className={styles.actions}>
          <Button onPress={() => void repair()}>{say('repair.press')}</Button>
        </div>
      )}
    </section>
  )
}

function didInWords(say: Say, { done, aside }: Repaired): string[] {
  const lines = done.map(({ what, count }) => say(`repair.did.${what}`, { count, aside: aside ?? '' }))
  return lines.length === 0 ? [say('repair.nothing')] : lines
}

function Did({ repaired }: { repaired: Repaired }) {
  const say = useWords()
  const { damaged } = repaired
  const lines = didInWords(say, repaired)
  const nameless = damaged.map(({ lostBytes }) =>
    say('repair.lost', { title: say('report.recording'), lost: inMegabytes(say, lostBytes) }),
  )
  return (
    <>
      <Notice kind={damaged.length > 0 ? 'care' : 'note'} title={say('repair.done')}>
        <ul className={styles.list}>
          {lines.map((line) => (
            <li key={line} className={styles.where}>
              {line}
            </li>
          ))}
        </ul>
        {damaged.length > 0 && (
          <>
            <h3>{say('repair.named')}</h3>
            <ul className={styles.list}>
              {damaged.map((one, at) => (
                <li key={at}>
                  {one.missing
                    ? damagedInWords(say, one)
                    : say('repair.lost', { title: damagedInWords(say, one), lost: inMegabytes(say, one.lostBytes) })}
                </li>
              ))}
            </ul>
          </>
        )}
      </Notice>
      <SaveReport lines={[say('repair.done'), ...lines, ...nameless]} />
    </>
  )
}
