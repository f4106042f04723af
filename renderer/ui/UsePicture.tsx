// A line drawing of what a yes can be for. It helps to find the place again; the words beside it say what it means.
import { isStartingUse, type StartingUse, type UseName } from '../../shared/domain/consent/uses.ts'

/** Lines on a sheet of 48 by 48. */
const drawings: Readonly<Record<StartingUse | 'own', string>> = {
  // a house, and headphones in it
  listenHere: 'M6 22 24 7l18 15M10 19v22h28V19M17 33v-3a7 7 0 0 1 14 0v3M17 31h2.5v6H17zM31 31h-2.5v6H31z',
  // people around something shared
  myCircle:
    'M24 16a5 5 0 1 0 0-10 5 5 0 0 0 0 10M10 31a5 5 0 1 0 0-10 5 5 0 0 0 0 10M38 31a5 5 0 1 0 0-10 5 5 0 0 0 0 10M16 44a5 5 0 1 0 0-10 5 5 0 0 0 0 10M32 44a5 5 0 1 0 0-10 5 5 0 0 0 0 10M19 13.5l-4.5 5M29 13.5l4.5 5M11.5 31l1.5 4M36.5 31 35 35M21 39h6',
  // an open book under a lamp, on a table
  readingRoom:
    'M5 41h38M24 37c-3-3-8-4-13-4V20c5 0 10 1 13 4 3-3 8-4 13-4v13c-5 0-10 1-13 4zM24 24v13M24 4v4M16 15a8 7 0 0 1 16 0z',
  // a board, and three who look at it
  teaching:
    'M7 6h34v21H7zM13 13h16M13 19h10M13 39a4 4 0 1 0 0-8 4 4 0 0 0 0 8M24 39a4 4 0 1 0 0-8 4 4 0 0 0 0 8M35 39a4 4 0 1 0 0-8 4 4 0 0 0 0 8M8 44a5 4 0 0 1 10 0M19 44a5 4 0 0 1 10 0M30 44a5 4 0 0 1 10 0',
  // a page under a glass
  research: 'M33 20V6H8v36h13M14 14h13M14 21h7M31 40a9 9 0 1 0 0-18 9 9 0 0 0 0 18M37.5 37.5 44 44',
  // a booklet, half open
  booklet:
    'M24 11v32M24 11C20 7 13 6 6 6v32c7 0 14 1 18 5 4-4 11-5 18-5V6c-7 0-14 1-18 5M12 15c3 0 5 .5 7 1.5M12 22c3 0 5 .5 7 1.5M36 15c-3 0-5 .5-7 1.5M36 22c-3 0-5 .5-7 1.5',
  // a frame on a wall, and somebody in front of it
  exhibition:
    'M6 4h36v20H6zM12 17c4-6 8-6 12-2s8 2 12-4M24 37a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M14 45a10 8 0 0 1 20 0',
  // the world
  website:
    'M24 43a19 19 0 1 0 0-38 19 19 0 0 0 0 38M5 24h38M24 5c7 6 9 12 9 19s-2 13-9 19c-7-6-9-12-9-19s2-13 9-19M9 13c9 4 21 4 30 0M9 35c9-4 21-4 30 0',
  // a newspaper
  press:
    'M6 7h29v34H10a4 4 0 0 1-4-4zM35 15h7v22a4 4 0 0 1-4 4h-3M12 14h17M12 21h7v8h-7zM24 21h5M24 26h5M12 35h17M24 31h5',
  // somebody calls out
  campaign: 'M7 19v10h7l18 9V10L14 19zM14 29v11h6v-8M37 19c3 3 3 7 0 10M41 14c6 6 6 14 0 20',
  // a coin over a jar
  fundraising:
    'M24 15a5 5 0 1 0 0-10 5 5 0 0 0 0 10M13 20h22M14 20v4c-3 2-4 4-4 8v7a4 4 0 0 0 4 4h20a4 4 0 0 0 4-4v-7c0-4-1-6-4-8v-4M10 33h28',
  // scales
  court:
    'M24 6v36M14 42h20M9 13h30M9 13 3.5 29h11zM39 13l-5.5 16h11zM3.5 29a5.5 4.5 0 0 0 11 0M33.5 29a5.5 4.5 0 0 0 11 0',
  // what one says, said again by another
  translation: 'M5 6h24v16H16l-6 6v-6H5zM43 22H25v16h8l6 6v-6h4zM11 12h12M11 17h7M31 28h7M31 33h4',
  // a candle
  afterDeath: 'M17 24h14v17H17zM11 41h26M24 24v-4M24 5c4 5 5 7 5 10a5 5 0 0 1-10 0c0-3 1-5 5-10',
  // a chip
  machines:
    'M12 12h24v24H12zM19 19h10v10H19zM18 12V5M24 12V5M30 12V5M18 43v-7M24 43v-7M30 43v-7M12 18H5M12 24H5M12 30H5M43 18h-7M43 24h-7M43 30h-7',
  // a sheet that is being written
  own: 'M34 26v16H8V6h22M14 15h11M14 22h9M14 29h6M40 7l3 3-15 15-5 2 2-5z',
}

export interface UsePictureProps {
  use: UseName
  /** A CSS length. */
  size?: string
}

export function UsePicture({ use, size = '3rem' }: UsePictureProps) {
  return (
    <svg viewBox="0 0 48 48" width={size} height={size} aria-hidden="true">
      <path
        d={drawings[isStartingUse(use) ? use : 'own']}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
