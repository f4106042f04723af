// Handing the window over to the narrator: what changes is said first; then everything of the archivist's leaves the window.
import { useRef, useState } from 'react'
import type { Narrator } from '../../../../shared/domain/story.ts'
import { PassphraseField } from '../../../features/door/PassphraseField.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useWords } from '../../../words/say.tsx'
import { codeOf, useArchive } from '../../archive.tsx'
import { useCommand } from '../../commands.tsx'
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

function HandOverDialog({ narrator, onClose }: { narrator: Pick<Narrator, 'id' | 'name'>; onClose: () => void }) {
  const say = useWords()
  const archive = useArchive()
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const handOver = async (): Promise<void> => {
    const input = field.current
    if (input === null || busy) return
    setBusy(true)
    setWrong(null)
    try {
      const passphrase = input.value === '' ? null : input.value
      await archive.herSession.handOver({ narrator: narrator.id, passphrase })
      input.value = ''
      startAnew()
    } catch (thrown) {
      const code = codeOf(thrown)
      setWrong(
        code === 'wrongPassphrase'
          ? say('her.handOver.wrong')
          : code === 'noPassphrase'
            ? say('her.handOver.hasNone')
            : say.failure(code),
      )
      setBusy(false)
      requestAnimationFrame(() => input.select())
    }
  }
  return (
    <Dialog title={say('her.handOver')} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void handOver()
        }}
      >
        <p>{say('her.handOver.whose', { name: narrator.name === '' ? say('uses.role.narrator') : narrator.name })}</p>
        <p>{say('her.handOver.says')}</p>
        <p>{say('her.handOver.idle')}</p>
        <PassphraseField
          label={say('her.handOver.passphrase')}
          note={say('her.handOver.without')}
          wrong={wrong}
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
