// Handing the window over to the narrator: what changes is said first; then everything of the archivist's leaves the window.
import { useRef, useState } from 'react'
import type { FailureCode } from '../../../../shared/contract/failure.ts'
import type { Narrator } from '../../../../shared/domain/story.ts'
import { PassphraseField } from '../../../features/door/PassphraseField.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useWords, type Say } from '../../../words/say.tsx'
import { useArchive } from '../../archive.tsx'
import { useCommand } from '../../commands.tsx'
import { useDoing } from '../../use-doing.ts'
import { startAnew } from '../her/start-anew.ts'

export function HandOver({ narrator }: { narrator: Pick<Narrator, 'id' | 'name'> }) {
  const say = useWords()
  const [open, setOpen] = useState(false)
  useCommand({ id: 'handOver', name: say('her.handOver'), run: () => setOpen(true) })
  return (
    <p>
      <Button onPress={() => setOpen(true)}>{say('her.handOver')}</Button>
      {open && <HandOverDialog narrator={narrator} onClose={() => setOpen(false)} />}
    </p>
  )
}

export function HandOverDialog({
  narrator,
  onClose,
}: {
  narrator: Pick<Narrator, 'id' | 'name'>
  onClose: () => void
}) {
  const say = useWords()
  const archive = useArchive()
  const field = useRef<HTMLInputElement>(null)
  const doing = useDoing()
  // Once it is handed over the window begins anew, and nothing here can be pressed until then.
  const busy = doing.busy || doing.done
  const handOver = async (): Promise<void> => {
    const input = field.current
    if (input === null) return
    try {
      const passphrase = input.value === '' ? null : input.value
      await archive.herSession.handOver({ narrator: narrator.id, passphrase })
      input.value = ''
      startAnew()
    } catch (thrown) {
      requestAnimationFrame(() => input.select())
      throw thrown
    }
  }
  return (
    <Dialog title={say('her.handOver')} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) doing.run(handOver)
        }}
      >
        <p>
          {narrator.name === '' ? say('her.handOver.whose.noName') : say('her.handOver.whose', { name: narrator.name })}
        </p>
        <p>{say('her.handOver.says')}</p>
        <p>{say('her.handOver.idle')}</p>
        <PassphraseField
          label={say('her.handOver.passphrase')}
          note={say('her.handOver.without')}
          wrong={doing.failure === null ? null : wrongIn(doing.failure, say)}
          inputRef={field}
          isDisabled={busy}
        />
        {busy && <Progress label={say('her.opening')} value={null} />}
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={busy}>
            {say('her.handOver.press')}
          </Button>
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function wrongIn(failure: FailureCode, say: Say): string {
  if (failure === 'wrongPassphrase') return say('her.handOver.wrong')
  return failure === 'noPassphrase' ? say('her.handOver.hasNone') : say.failure(failure)
}
