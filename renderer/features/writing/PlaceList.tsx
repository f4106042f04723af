// Places in a text, each to be ticked, with the words around it and the found words marked.
import { CheckBox } from '../../ui/CheckBox.tsx'
import styles from './writing.module.css'

export interface ShownPlace {
  readonly id: string
  readonly text: string
  readonly start: number
  readonly end: number
  /** Said before the words: where it is. */
  readonly where: string
  /** What would stand there instead; null to show only what stands there. */
  readonly instead: string | null
  readonly fixed: boolean
  /** Her own words, set in the face that is hers. */
  readonly isHers: boolean
}

const around = 60

export function PlaceList({
  places,
  ticked,
  onTicked,
  language,
}: {
  places: readonly ShownPlace[]
  ticked: ReadonlySet<string>
  onTicked: (ticked: ReadonlySet<string>) => void
  language: string
}) {
  const tick = (id: string, on: boolean): void => {
    const next = new Set(ticked)
    if (on) next.add(id)
    else next.delete(id)
    onTicked(next)
  }
  return (
    <ul className={styles.places}>
      {places.map(({ id, text, start, end, where, instead, fixed, isHers }) => (
        <li key={id}>
          <CheckBox isSelected={ticked.has(id)} isDisabled={fixed} onChange={(on) => tick(id, on)}>
            <span lang={language} dir="auto" className={isHers ? styles.hers : undefined}>
              {start > around ? '…' : ''}
              {text.slice(Math.max(0, start - around), start)}
              {instead === null ? (
                <mark>{text.slice(start, end)}</mark>
              ) : (
                <>
                  <del className={styles.removed}>{text.slice(start, end)}</del>
                  {instead !== '' && <ins className={styles.added}>{instead}</ins>}
                </>
              )}
              {text.slice(end, end + around)}
              {end + around < text.length ? '…' : ''}
            </span>
            {where !== '' && <span className={styles.soft}> ({where})</span>}
          </CheckBox>
        </li>
      ))}
    </ul>
  )
}
