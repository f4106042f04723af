// A place to paste or write a story.
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useWords } from '../../words/say.tsx'

export function PasteText({ onText }: { onText: (text: string) => void }) {
  const say = useWords()
  const [text, setText] = useState('')
  return (
    <>
      <TextArea
        label={say('bringIn.paste.label')}
        note={say('bringIn.paste.how')}
        value={text}
        onChange={setText}
        rows={7}
        dir="auto"
      />
      <Button
        isDisabled={text.trim() === ''}
        onPress={() => {
          onText(text)
          setText('')
        }}
      >
        {say('bringIn.paste.go')}
      </Button>
    </>
  )
}
