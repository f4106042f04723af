// Which files of an archive, or of a backup, are damaged or missing; one sentence each.
import { damagedInWords, type DamagedFile } from '../../app/damaged-in-words.ts'
import { useWords } from '../../words/say.tsx'
import styles from './backup.module.css'

export function DamagedFiles({ damaged }: { damaged: readonly DamagedFile[] }) {
  const say = useWords()
  return (
    <ul className={styles.list}>
      {damaged.map((one, at) => (
        <li key={at}>{damagedInWords(say, one)}</li>
      ))}
    </ul>
  )
}
