// The folder or stick that something is put on, and the name it gets there.
import { useState } from 'react'
import { FolderChooser } from '../../app/FolderChooser.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'

export interface Place {
  readonly parent: string
  readonly name: string
}

export const isWhole = ({ parent, name }: Place): boolean => parent.trim() !== '' && name.trim() !== ''

interface Props {
  readonly place: Place
  readonly onChange: (place: Place) => void
  readonly nameLabel: string
  readonly isDisabled: boolean
}

export function WhereTo({ place, onChange, nameLabel, isDisabled }: Props) {
  const say = useWords()
  const [isChoosing, setChoosing] = useState(false)
  return (
    <>
      <TextField
        label={say('takeHome.where')}
        value={place.parent}
        onChange={(parent) => onChange({ ...place, parent })}
        isDisabled={isDisabled}
        dir="ltr"
        beside={
          <Button onPress={() => setChoosing(true)} isDisabled={isDisabled}>
            {say('takeHome.choose')}
          </Button>
        }
      />
      <FolderChooser
        isOpen={isChoosing}
        start={place.parent}
        onClose={() => setChoosing(false)}
        onChoose={(parent) => {
          onChange({ ...place, parent })
          setChoosing(false)
        }}
      />
      <TextField
        label={nameLabel}
        note={say('takeHome.name.note')}
        value={place.name}
        onChange={(name) => onChange({ ...place, name })}
        isDisabled={isDisabled}
      />
    </>
  )
}
