// The way between her rooms, where there is width for it; the menu of the band holds the same.
import { useWords } from '../../../words/say.tsx'
import { herRooms, useHerPlace } from './her-place.tsx'
import styles from './HerShell.module.css'

export function HerNavigation({ isCopy, onLeave }: { isCopy: boolean; onLeave: () => void }) {
  const say = useWords()
  const { place, go } = useHerPlace()
  return (
    <nav className={styles.rooms} aria-label={say('her.rooms')} data-pane>
      <ul>
        {herRooms.map((room) => (
          <li key={room}>
            <button
              type="button"
              className={styles.link}
              aria-current={place.room === room ? 'page' : undefined}
              onClick={() => go({ room })}
            >
              {say(`her.room.${room}`)}
            </button>
          </li>
        ))}
        <li className={styles.last}>
          <button type="button" className={styles.link} onClick={onLeave}>
            {say(isCopy ? 'her.leave.copy' : 'her.leave')}
          </button>
        </li>
      </ul>
    </nav>
  )
}
