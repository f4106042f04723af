// The folder that something is to be put in, typed or chosen.
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/say.tsx'
import { FolderChooser } from './FolderChooser.tsx'

interface FolderFieldProps {
  readonly folder: string
  readonly onChange: (folder: string) => void
  readonly isDisabled: boolean
  readonly label: string
}

export function FolderField({ folder, onChange, isDisabled, label }: FolderFieldProps) {
  const say = useWords()
  const [isChoosing, setChoosing] = useState(false)
  return (
    <>
      <TextField
        label={label}
        value={folder}
        onChange={onChange}
        isDisabled={isDisabled}
        dir="ltr"
        beside={
          <Button onPress={() => setChoosing(true)} isDisabled={isDisabled}>
            {say('folders.choose')}
          </Button>
        }
      />
      <FolderChooser
        isOpen={isChoosing}
        start={folder}
        onClose={() => setChoosing(false)}
        onChoose={(chosen) => {
          onChange(chosen)
          setChoosing(false)
        }}
      />
    </>
  )
}
