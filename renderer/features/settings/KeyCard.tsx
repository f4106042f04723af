// The card with everybody's own keys, for the wall beside the screen: printed on one page, not shown in the window.
import { useWords } from '../../words/say.tsx'
import { cardRows } from './card-rows.ts'
import styles from './KeyCard.module.css'
import { shownRooms, type KeyDesk } from './use-key-choices.ts'
import { usePedalName } from './use-pedal-name.ts'

export function KeyCard({ desk: { commands, choices, written, nameOf } }: { desk: KeyDesk }) {
  const say = useWords()
  const pedalName = usePedalName(written)
  const pedals = Object.entries(choices.pedals)
  return (
    <div className={styles.card} data-print-sheet data-testid="key-card">
      <p className={styles.title}>{say('settings.keys.card')}</p>
      <div className={styles.rooms}>
        {shownRooms.map((room) => {
          const rows = cardRows(
            commands.filter((command) => command.room === room),
            written,
            (first, last) => say('command.speakers', { first, last }),
          )
          return rows.length === 0 ? null : <Room key={room} name={say(`settings.keys.room.${room}`)} rows={rows} />
        })}
        {pedals.length > 0 && (
          <Room
            name={say('settings.pedals.here')}
            rows={pedals.map(([pedal, id]) => ({ id: pedal, name: nameOf(id), keys: pedalName(pedal) }))}
          />
        )}
      </div>
    </div>
  )
}

function Room({ name, rows }: { name: string; rows: ReturnType<typeof cardRows> }) {
  return (
    <section className={styles.room}>
      <p className={styles.roomName}>{name}</p>
      <dl className={styles.rows}>
        {rows.map((row) => (
          <div key={row.id} className={styles.row}>
            <dt>{row.name}</dt>
            <dd>
              <kbd dir="ltr">{row.keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
