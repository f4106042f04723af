// Her receipt: to look at, to print, to save, and to compare with an older one.
import { useEffect, useRef, useState } from 'react'
import { useAnswer, useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Paper, type PaperShape } from '../../ui/Paper.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { OlderReceipt } from './OlderReceipt.tsx'
import type { Who } from './receipt-shapes.ts'
import { SaveReceipt } from './SaveReceipt.tsx'
import styles from './receipt.module.css'

export interface ReceiptSheetProps {
  readonly narrator: string
  /** BCP 47, hers. */
  readonly language: string
  readonly who: Who
}

export function ReceiptSheet({ narrator, language: hers, who }: ReceiptSheetProps) {
  const say = useWords()
  const archive = useArchive()
  const printing = useDoing()
  const [language, setLanguage] = useState(hers)
  const [contact, setContact] = useState('')
  /** What is being printed: it is written down as it is, and printed as it was written down. */
  const [printed, setPrinted] = useState<PaperShape | null>(null)
  const isWrittenDown = useRef(false)
  const wanted = { narrator, language, contact }
  const { value, failure } = useAnswer(
    ['consent', 'givenOut', 'shelf', 'story'],
    (client, signal) => client.receipt.read(wanted, signal),
    [narrator, language, contact],
    // NOTE: while it is asked again all of it stays as it stands: somebody is typing in it.
    { keepOld: true },
  )
  useEffect(() => {
    if (printed === null) return
    isWrittenDown.current = true
    window.print()
    isWrittenDown.current = false
    setPrinted(null)
  }, [printed])
  useEffect(() => {
    // Whatever prints it, by whatever key: it is written down.
    const write = (): void => {
      if (!isWrittenDown.current) void archive.receipt.printed({ narrator, language, contact }).catch(() => undefined)
    }
    window.addEventListener('beforeprint', write)
    return () => window.removeEventListener('beforeprint', write)
  }, [archive, narrator, language, contact])
  const failed = failure !== null && (
    <Notice kind="care" said>
      {say.failure(failure)}
    </Notice>
  )
  if (value === undefined) return failed || <p>{say('receipt.reading')}</p>
  const { paper, languages, before } = value
  const last = before.at(-1)
  return (
    <div className={styles.desk}>
      {failed}
      <p>{say('receipt.says', { who })}</p>
      <Choice
        label={say('receipt.language')}
        value={paper.language}
        onChange={setLanguage}
        options={languages.map((id) => ({ id, name: say.language(id) }))}
      />
      <TextField
        label={say('receipt.contact')}
        note={say('receipt.contact.note', { who })}
        value={contact}
        onChange={setContact}
        dir="auto"
        maxLength={500}
      />
      {printing.failure !== null && (
        <Notice kind="care" said>
          {say.failure(printing.failure)}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button
          kind="primary"
          onPress={() => printing.run(() => archive.receipt.printed(wanted).then((made) => setPrinted(made.paper)))}
          isDisabled={printing.busy}
        >
          {say('receipt.print')}
        </Button>
      </div>
      <Disclosure title={say('receipt.save')}>
        <SaveReceipt wanted={wanted} />
      </Disclosure>
      <Disclosure title={say('receipt.older')}>
        <OlderReceipt narrator={narrator} who={who} />
      </Disclosure>
      <p className={styles.soft}>
        {say('receipt.before', { count: before.length, last: last === undefined ? '' : say.date(last.at) })}
      </p>
      <Paper paper={printed ?? paper} name={say('receipt.paper')} isPrinted />
    </div>
  )
}
