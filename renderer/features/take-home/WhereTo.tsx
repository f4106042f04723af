// The folder or stick that something is put on, and the name it gets there.
import { FolderField } from '../../app/FolderField.tsx'
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
  return (
    <>
      <FolderField
        label={say('takeHome.where')}
        choose={say('takeHome.choose')}
        folder={place.parent}
        onChange={(parent) => onChange({ ...place, parent })}
        isDisabled={isDisabled}
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
