// The folder or stick that something is put on, and the name it gets there.
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/say.tsx'
import { FolderField } from './FolderField.tsx'

export interface PlaceOnDisk {
  readonly parent: string
  readonly name: string
}

export const isWhole = ({ parent, name }: PlaceOnDisk): boolean => parent.trim() !== '' && name.trim() !== ''

export const trimmed = ({ parent, name }: PlaceOnDisk): PlaceOnDisk => ({ parent: parent.trim(), name: name.trim() })

interface WhereToProps {
  readonly place: PlaceOnDisk
  readonly onChange: (place: PlaceOnDisk) => void
  /** What else than "folder or stick" the first field is called. */
  readonly folderLabel?: string
  /** What else than "name of the new folder" the second field is called. */
  readonly nameLabel?: string
  readonly nameNote?: string
  readonly isDisabled: boolean
}

export function WhereTo({ place, onChange, folderLabel, nameLabel, nameNote, isDisabled }: WhereToProps) {
  const say = useWords()
  return (
    <>
      <FolderField
        label={folderLabel ?? say('folders.where')}
        folder={place.parent}
        onChange={(parent) => onChange({ ...place, parent })}
        isDisabled={isDisabled}
      />
      <TextField
        label={nameLabel ?? say('folders.nameOfNew')}
        note={nameNote}
        value={place.name}
        onChange={(name) => onChange({ ...place, name })}
        isDisabled={isDisabled}
      />
    </>
  )
}
