// The first step: files, a folder, or pasted text. Says beforehand that nothing is kept without a look.
import { useWords } from '../../words/say.tsx'
import type { BatchWork } from './batch-work.ts'
import styles from './ChooseFiles.module.css'
import { FileButtons } from './FileButtons.tsx'
import { PasteText } from './PasteText.tsx'

export function ChooseFiles({ work }: { work: BatchWork }) {
  const say = useWords()
  return (
    <div className={styles.choose}>
      <div className={styles.place}>
        <p className={styles.how}>{say('bringIn.choose.how')}</p>
        <div className={styles.buttons}>
          <FileButtons work={work} first />
        </div>
        <p className={styles.kinds}>{say('bringIn.choose.kinds')}</p>
        <p className={styles.kinds}>{say('bringIn.choose.stays')}</p>
      </div>
      <section className={styles.paste}>
        <h2>{say('bringIn.paste.title')}</h2>
        <PasteText onText={(text) => work.paste(text)} />
      </section>
    </div>
  )
}
