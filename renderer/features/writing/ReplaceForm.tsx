// Replacing found words: each place is shown as it would read before anything is changed.
import { useState, type FormEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import type { Place } from './find-in-words.ts'
import { PlaceList } from './PlaceList.tsx'
import styles from './writing.module.css'

interface ReplaceFormProps {
  readonly words: string
  readonly places: readonly Place[]
  readonly textOf: (passage: string) => string
  readonly isHers: (passage: string) => boolean
  readonly language: string
  readonly onReplace: (places: readonly Place[], instead: string) => void
  readonly onClose: () => void
}

const keyOf = ({ passage, start }: Place): string => `${passage} ${start}`

export function ReplaceForm({ words, places, textOf, isHers, language, onReplace, onClose }: ReplaceFormProps) {
  const say = useWords()
  const [instead, setInstead] = useState('')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(places.map(keyOf)))
  const chosen = places.filter((place) => ticked.has(keyOf(place)))
  const replace = (event: FormEvent): void => {
    event.preventDefault()
    if (chosen.length === 0) return
    onReplace(chosen, instead)
    onClose()
  }
  return (
    <Dialog title={say('writing.replace.title', { words })} isOpen onClose={onClose} wide>
      <form onSubmit={replace} noValidate>
        <TextField label={say('writing.replace.with')} value={instead} onChange={setInstead} dir="auto" autoFocus />
        <p className={styles.soft}>{say('writing.replace.sealed')}</p>
        <CheckBox
          isSelected={chosen.length === places.length}
          isIndeterminate={chosen.length > 0 && chosen.length < places.length}
          onChange={(all) => setTicked(new Set(all ? places.map(keyOf) : []))}
        >
          {say('writing.replace.all')}
        </CheckBox>
        <PlaceList
          language={language}
          ticked={ticked}
          onTicked={setTicked}
          places={places.map((place) => ({
            ...place,
            id: keyOf(place),
            text: textOf(place.passage),
            where: '',
            instead,
            fixed: false,
            isHers: isHers(place.passage),
          }))}
        />
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={chosen.length === 0}>
            {say('writing.replace.keep', { count: chosen.length })}
          </Button>
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
