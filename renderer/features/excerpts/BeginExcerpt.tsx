// Begins an excerpt of one story: what it is for and who gets it. Nothing leaves by beginning.
import { useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import type { UseName } from '../../../shared/domain/uses.ts'
import { codeOf, useAnswer, useArchive } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { ChooseTestimony } from './ChooseTestimony.tsx'
import { UseAndRecipient } from './UseAndRecipient.tsx'

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
  const [wasTried, setTried] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const begin = async (): Promise<void> => {
    setTried(true)
    if (testimony === null || use === null || recipient === null) return
    try {
      const { id } = await archive.excerpts.begin({
        testimony,
        use,
        recipient,
        passages: testimony === given ? [...passages] : [],
      })
      onBegun(id)
    } catch (thrown) {
      setFailure(codeOf(thrown))
    }
  }
  if (testimony === null) return <ChooseTestimony onChosen={setTestimony} />
  return (
    <>
      <ChosenStory testimony={testimony} passages={passages.length} />
      <UseAndRecipient use={use} onUse={setUse} recipient={recipient} onRecipient={setRecipient} isDisabled={false} />
      {wasTried && (use === null || recipient === null) && (
        <Notice kind="care" said>
          {say('excerpts.begin.missing')}
        </Notice>
      )}
      {failure !== null && (
        <Notice kind="care" said title={say('excerpts.begin.failed')}>
          {say.failure(failure)}
        </Notice>
      )}
      <DialogActions>
        <Button kind="primary" onPress={() => void begin()}>
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
