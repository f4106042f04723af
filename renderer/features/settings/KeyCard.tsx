// The keys, from the one registry of commands, as a card that can be printed.
import type { Command } from '../../app/commands.tsx'
import { onMac, writtenKeys } from '../../app/key-match.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './settings.module.css'

export function KeyCard({ commands }: { commands: readonly Command[] }) {
  const say = useWords()
  const mac = onMac()
  const withKeys = commands
    .filter(({ keys }) => keys !== undefined)
    .toSorted((one, other) => one.name.localeCompare(other.name, say.locale))
  return (
    <section className={styles.part} aria-labelledby="settings-keys">
      <h2 id="settings-keys">{say('settings.keys')}</h2>
      <p className={styles.soft}>{say('settings.keys.says')}</p>
      <table className={styles.card} data-print-sheet>
        <thead>
          <tr>
            <th scope="col">{say('settings.keys.name')}</th>
            <th scope="col">{say('settings.keys.press')}</th>
          </tr>
        </thead>
        <tbody>
          {withKeys.map(({ id, name, keys }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                <kbd>{writtenKeys(keys ?? '', mac)}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button onPress={() => window.print()}>{say('settings.keys.print')}</Button>
    </section>
  )
}
