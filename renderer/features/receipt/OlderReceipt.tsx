// Whether all is still here that an older receipt was about: its check number is typed in.
import { useState, type FormEvent } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import type { Who } from './receipt-shapes.ts'
import styles from './receipt.module.css'

export function OlderReceipt({ narrator, who }: { narrator: string; who: Who }) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const [number, setNumber] = useState('')
  const [came, setCame] = useState<{ decisions: number | null; now: number } | null>(null)
  const compare = (event: FormEvent): void => {
    event.preventDefault()
    doing.run(() => archive.receipt.compare({ narrator, number }).then(setCame))
  }
  return (
    <form className={styles.part} onSubmit={compare}>
      <p className={styles.soft}>{say('receipt.older.says', { who })}</p>
      <TextField
        label={say('receipt.older.number')}
        value={number}
        onChange={(typed) => {
          setNumber(typed)
          setCame(null)
        }}
        dir="ltr"
        maxLength={200}
      />
      {doing.failure !== null && (
        <Notice kind="care" said>
          {say.failure(doing.failure)}
        </Notice>
      )}
      {came !== null && (
        <Notice kind={came.decisions === null ? 'care' : 'note'} said>
          {came.decisions === null
            ? say('receipt.older.gone')
            : say('receipt.older.holds', { count: came.decisions, more: came.now - came.decisions })}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button type="submit" isDisabled={doing.busy || number.trim() === ''}>
          {say('receipt.older.press')}
        </Button>
      </div>
    </form>
  )
}
