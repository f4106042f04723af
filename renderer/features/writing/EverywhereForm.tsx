// A name taken out wherever it stands, in one step and with one name to read instead; each place is shown first.
import { useState, type FormEvent } from 'react'
import type { Reach } from '../../../shared/domain/reach.ts'
import { useAnswer } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { PlaceList } from './PlaceList.tsx'
import styles from './writing.module.css'

const hiddenFrom = ['anyone', 'readers', 'circle', 'archive'] as const satisfies readonly Reach[]

interface EverywhereFormProps {
  readonly testimony: string
  readonly words: string
  readonly language: string
  readonly onKeep: (places: readonly string[], instead: string, reach: Reach) => Promise<unknown>
  readonly onClose: () => void
}

export function EverywhereForm({ testimony, words, language, onKeep, onClose }: EverywhereFormProps) {
  const say = useWords()
  const { value, failure } = useAnswer(
    [],
    (archive, signal) => archive.marks.everywhere({ testimony, words }, signal),
    [testimony, words],
  )
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [instead, setInstead] = useState('')
  const [reach, setReach] = useState<Reach>('anyone')
  const [tried, setTried] = useState(false)
  const doing = useDoing()
  const open = value?.places.filter(({ covered }) => !covered) ?? []
  const ticked = new Set(open.map(({ place }) => place).filter((place) => !left.has(place)))
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (ticked.size === 0 || instead.trim() === '') return
    doing.run(() => onKeep([...ticked], instead.trim(), reach).then(onClose))
  }
  return (
    <Dialog title={say('writing.everywhere.title', { words })} isOpen onClose={onClose} wide>
      <form onSubmit={keep} noValidate>
        <p>{say('writing.everywhere.how')}</p>
        {failure !== null && <Notice kind="care">{say.failure(failure)}</Notice>}
        {value === undefined && failure === null && <p>{say('writing.everywhere.looking')}</p>}
        {value !== undefined && value.places.length === 0 && <p>{say('writing.everywhere.none')}</p>}
        <PlaceList
          language={language}
          ticked={ticked}
          onTicked={(next) => setLeft(new Set(open.map(({ place }) => place).filter((place) => !next.has(place))))}
          places={(value?.places ?? []).map(({ place, where, text, start, end, covered }) => ({
            id: place,
            text,
            start,
            end,
            where: covered ? say('writing.everywhere.covered') : say(`writing.everywhere.where.${where}`),
            instead: null,
            fixed: covered,
            isHers: where === 'passage',
          }))}
        />
        <TextField
          label={say('writing.everywhere.instead')}
          value={instead}
          onChange={setInstead}
          dir="auto"
          maxLength={200}
          wrong={tried && instead.trim() === '' ? say('writing.everywhere.instead.missing') : ''}
        />
        <Choice
          label={say('writing.everywhere.from')}
          value={reach}
          onChange={setReach}
          options={hiddenFrom.map((id) => ({ id, name: say(`marks.takeOut.reach.${id}`) }))}
        />
        <p className={styles.soft}>{say('writing.everywhere.files')}</p>
        {doing.failure !== null && (
          <Notice kind="care" said>
            {say.failure(doing.failure)}
          </Notice>
        )}
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={doing.busy || ticked.size === 0}>
            {say('writing.everywhere.keep', { count: ticked.size })}
          </Button>
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
