// The way between her rooms, where there is width for it; the menu of the band holds the same.
import { RoomLink } from '../../../ui/RoomLink.tsx'
import { useWords } from '../../../words/say.tsx'
import { herRooms, useHerPlace, type HerPlace } from './her-place.tsx'
import styles from './HerShell.module.css'

/** Rooms that are reached through another one. */
const within: Readonly<Partial<Record<HerPlace['room'], (typeof herRooms)[number]>>> = {
  excerpt: 'excerpts',
  oneGivenOut: 'givenOut',
}

export function HerNavigation({ isCopy, onLeave }: { isCopy: boolean; onLeave: () => void }) {
  const say = useWords()
  const { place, go } = useHerPlace()
  return (
    <nav className={styles.rooms} aria-label={say('her.rooms')} data-pane>
      <ul>
        {herRooms.map((room) => (
          <li key={room}>
            <RoomLink lies="row" isHere={(within[place.room] ?? place.room) === room} onGo={() => go({ room })}>
              {say(`her.room.${room}`)}
            </RoomLink>
          </li>
        ))}
        <li className={styles.last}>
          <RoomLink lies="row" isHere={false} onGo={onLeave}>
            {say(isCopy ? 'her.leave.copy' : 'her.leave')}
          </RoomLink>
        </li>
      </ul>
    </nav>
  )
}
