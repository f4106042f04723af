// A photograph or a scan of a signed paper, chosen as a file and looked at again inside the program.
import { useRef, type ChangeEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { useArchive } from '../archive.tsx'
import { useDoing } from '../use-doing.ts'
import type { EvidenceFile } from './evidence-draft.ts'
import { keepPaper, papers } from './evidence-files.ts'
import { EvidenceFiles } from './EvidenceFiles.tsx'
import styles from '../EvidenceFields.module.css'

interface Props {
  readonly testimony: string
  readonly files: readonly EvidenceFile[]
  readonly onChange: (files: readonly EvidenceFile[]) => void
}

export function PaperEvidence({ testimony, files, onChange }: Props) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const chooser = useRef<HTMLInputElement>(null)
  const chosen = (event: ChangeEvent<HTMLInputElement>): void => {
    const papersChosen = [...(event.target.files ?? [])]
    event.target.value = ''
    if (papersChosen.length === 0) return
    doing.run(async () => {
      const kept = [...files]
      for (const paper of papersChosen) {
        kept.push(await keepPaper(archive, testimony, paper))
        onChange([...kept])
      }
    }, say('evidence.paper.kept'))
  }
  return (
    <div className={styles.evidence}>
      <p>{say('evidence.paper.says')}</p>
      <EvidenceFiles
        testimony={testimony}
        files={files}
        onRemove={(file) => {
          void archive.evidence.drop({ testimony, file: file.id }).catch(() => {})
          onChange(files.filter(({ id }) => id !== file.id))
        }}
      />
      <input ref={chooser} type="file" accept={papers} multiple hidden onChange={chosen} />
      <div>
        <Button onPress={() => chooser.current?.click()}>
          {say(files.length === 0 ? 'evidence.paper.choose' : 'evidence.paper.more')}
        </Button>
      </div>
      {doing.failure !== null && (
        <Notice kind="care" said title={say('evidence.paper.failed')}>
          {say.failure(doing.failure)}
        </Notice>
      )}
    </div>
  )
}
