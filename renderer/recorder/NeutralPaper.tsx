// The recorder's window while it is hidden: an empty sheet that says nothing and can be pressed nowhere.
import styles from './recorder.module.css'

export function NeutralPaper() {
  return <main className={styles.window} />
}
