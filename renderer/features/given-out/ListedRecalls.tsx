// What others have called back: who signed it, what and when, and a way to take it off the list with a note.
import { useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { HeldHere } from '../../app/HeldHere.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { dayInWords } from './recall-in-words.ts'
import type { ListedRecall } from './recall-shapes.ts'
import { LiftForm } from './LiftForm.tsx'
import styles from './recall.module.css'

export function ListedRecalls({ listed }: { listed: readonly ListedRecall[] }) {
  const say = useWords()
  return (
    <section className={styles.part} aria-labelledby="recall-listed">
      <h2 id="recall-listed">{say('recall.listed')}</h2>
      <p className={styles.soft}>{say(listed.length === 0 ? 'recall.listed.none' : 'recall.listed.says')}</p>
      <ul className={styles.listed}>
        {listed.map((one) => (
          <li key={one.id} className={styles.span}>
            <Listed one={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Listed({ one }: { one: ListedRecall }) {
  const say = useWords()
  return (
    <>
      <p>
        {say('recall.listed.reference')} <code className={styles.hash}>{one.reference}</code>
      </p>
      <p>
        {say('recall.listed.when', {
          given: dayInWords(say, one.givenOutOn),
          back: dayInWords(say, one.calledBackOn),
        })}{' '}
        {say('recall.listed.which', {
          numbers: say.list(one.calledBack.map((number) => say.number(number))),
          all: say.number(one.passages),
        })}
      </p>
      {one.ours && <p>{say('recall.listed.ours')}</p>}
      {one.lifted && <Notice kind="care">{say('recall.listed.lifted')}</Notice>}
      <p className={styles.soft}>{say('recall.listed.taken', { date: say.date(one.at), by: one.by })}</p>
      <Disclosure title={say('recall.listed.key')}>
        <p className={styles.hash}>{one.key}</p>
      </Disclosure>
      {one.changes.map(({ lifted, note, at, by }) => (
        <p key={at} className={styles.soft}>
          {say('recall.listed.was', { lifted: String(lifted), date: say.date(at), by, note })}
        </p>
      ))}
      {!one.lifted && <HeldHere listed={one.id} />}
      <Lift what={one.id} lifted={one.lifted} name={one.reference} isAboutHers={one.ours} />
    </>
  )
}

interface LiftProps {
  readonly what: string
  readonly lifted: boolean
  readonly name: string
  readonly isAboutHers: boolean
}

export function Lift({ what, lifted, name, isAboutHers }: LiftProps) {
  const say = useWords()
  const archive = useArchive()
  const [isOpen, setOpen] = useState(false)
  const doing = useDoing()
  const title = say(lifted ? 'recall.listed.putBack' : 'recall.listed.lift')
  if (!isOpen)
    return (
      <Button small aria-label={`${title}: ${name}`} onPress={() => setOpen(true)}>
        {title}
      </Button>
    )
  return (
    <LiftForm
      title={title}
      isAboutHers={isAboutHers}
      failure={doing.failure}
      onNot={() => setOpen(false)}
      onKeep={(note) =>
        doing.run(async () => {
          await archive.recall.lift({ what, lifted: !lifted, note })
          setOpen(false)
        })
      }
    />
  )
}
