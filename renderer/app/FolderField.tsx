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
}

export function FolderField({ folder, onChange, isDisabled }: FolderFieldProps) {
  const say = useWords()
  const [isChoosing, setChoosing] = useState(false)
  return (
    <>
      <TextField
        label={say('takeHome.where')}
        value={folder}
        onChange={onChange}
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
