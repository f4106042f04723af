// All commands of this moment, found by typing part of the name.
import { useState } from 'react'
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete'
import { Menu, MenuItem } from 'react-aria-components/Menu'
import { Dialog } from '../ui/Dialog.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { useWords } from '../words/say.tsx'
import { useCommand, useCurrentCommands, useWrittenKeys } from './commands.tsx'
import styles from './CommandPalette.module.css'

export function CommandPalette() {
  const say = useWords()
  const [isOpen, setOpen] = useState(false)
  useCommand({ id: 'palette', run: () => setOpen(true) })
  return (
    <Dialog title={say('shell.commands')} isOpen={isOpen} onClose={() => setOpen(false)}>
      <CommandList onRun={() => setOpen(false)} />
    </Dialog>
  )
}

function CommandList({ onRun }: { onRun: () => void }) {
  const say = useWords()
  const { contains } = useFilter({ sensitivity: 'base' })
  const commands = useCurrentCommands().filter(({ id, when }) => id !== 'palette' && when !== false)
  const written = useWrittenKeys()
  return (
    <Autocomplete filter={contains}>
      <SearchField label={say('shell.commands.find')} autoFocus />
      <Menu
        aria-label={say('shell.commands')}
        className={styles.list ?? ''}
        items={commands}
        renderEmptyState={() => <p className={styles.none}>{say('shell.commands.none')}</p>}
        onAction={(id) => {
          onRun()
          // NOTE: after the sheet has gone, so that the focus it gives back does not undo where the command puts it.
          setTimeout(() => commands.find((command) => command.id === id)?.run(), 50)
        }}
      >
        {({ id, name, keys }) => (
          <MenuItem id={id} textValue={name} className={styles.item ?? ''}>
            <span>{name}</span>
            {keys !== undefined && (
              <kbd className={styles.keys} dir="ltr">
                {written(keys)}
              </kbd>
            )}
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  )
}
