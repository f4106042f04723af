// Begins an excerpt of one story: what it is for and who gets it. Nothing leaves by beginning.
import { useState } from 'react'
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import { useAnswer, useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { ChooseTestimony } from './ChooseTestimony.tsx'
import { UseAndRecipient } from './UseAndRecipient.tsx'
import { useRecipients } from './use-recipients.ts'

interface Props {
  /** Null where the story is still to be chosen. */
  readonly testimony: string | null
  readonly passages: readonly string[]
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onBegun: (excerpt: string) => void
}

export function BeginExcerpt({ isOpen, onClose, ...rest }: Props) {
  const say = useWords()
  return (
    <Dialog title={say('excerpts.new')} isOpen={isOpen} onClose={onClose}>
      {isOpen && <BeginForm {...rest} />}
    </Dialog>
  )
}

function BeginForm({ testimony: given, passages, onBegun }: Pick<Props, 'testimony' | 'passages' | 'onBegun'>) {
  const say = useWords()
  const archive = useArchive()
  const [testimony, setTestimony] = useState(given)
  const [use, setUse] = useState<UseName | null>(null)
  const [recipient, setRecipient] = useState<string | null>(null)
  const { recipients, again } = useRecipients()
  const [wasTried, setTried] = useState(false)
  const doing = useDoing()
  const begin = (): void => {
    setTried(true)
    if (testimony === null || use === null || recipient === null) return
    doing.run(async () => {
      const { id } = await archive.excerpts.begin({
        testimony,
        use,
        recipient,
        passages: testimony === given ? [...passages] : [],
      })
      onBegun(id)
    })
  }
  if (testimony === null) return <ChooseTestimony onChosen={setTestimony} />
  return (
    <>
      <ChosenStory testimony={testimony} passages={passages.length} />
      <UseAndRecipient
        use={use}
        onUse={setUse}
        recipient={recipient}
        onRecipient={setRecipient}
        recipients={recipients}
        onAdded={again}
        isDisabled={false}
      />
      {wasTried && (use === null || recipient === null) && (
        <Notice kind="care" said>
          {say('excerpts.begin.missing')}
        </Notice>
      )}
      {doing.failure !== null && (
        <Notice kind="care" said title={say('excerpts.begin.failed')}>
          {say.failure(doing.failure)}
        </Notice>
      )}
      <DialogActions>
        <Button kind="primary" onPress={begin}>
          {say('excerpts.begin.press')}
        </Button>
      </DialogActions>
    </>
  )
}

function ChosenStory({ testimony, passages }: { testimony: string; passages: number }) {
  const say = useWords()
  const { value } = useAnswer(['story', 'words'], (archive, signal) => archive.story.read({ testimony }, signal), [
    testimony,
  ])
  if (value === undefined) return null
  return <p>{say('excerpts.begin.chosen', { title: value.story.testimony.title, count: passages })}</p>
}
