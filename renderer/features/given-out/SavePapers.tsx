// The letter, the signed file and the page, put into a new folder; each is written down before it lies there.
import { useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { proposedName, today } from '../../app/proposed-name.ts'
import { useDoing } from '../../app/use-doing.ts'
import { isWhole, trimmed, WhereTo, type PlaceOnDisk } from '../../app/WhereTo.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './recall.module.css'

const everyPart = ['letter', 'file', 'replacement'] as const
type Part = (typeof everyPart)[number]

interface Props {
  readonly disclosure: string
  readonly from: string
  readonly why: string
  readonly mayLeave: boolean
}

export function SavePapers({ disclosure, from, why, mayLeave }: Props) {
  const say = useWords()
  const archive = useArchive()
  const saving = useDoing()
  const [parts, setParts] = useState<ReadonlySet<Part>>(new Set(['letter', 'file']))
  const [place, setPlace] = useState<PlaceOnDisk>(() => ({
    parent: '',
    name: proposedName(say('recall.save.proposed', { date: today() })),
  }))
  const [folder, setFolder] = useState<string | null>(null)
  const save = (): void =>
    saving.run(async () => {
      setFolder(null)
      const { parent: parentFolder, name: folderName } = trimmed(place)
      const saved = await archive.recall.save({
        disclosure,
        from,
        why,
        parts: everyPart.filter((part) => parts.has(part)),
        parentFolder,
        folderName,
      })
      setFolder(saved.folder)
    }, say('recall.save.done'))
  const needsLetter = parts.has('letter') && !mayLeave
  return (
    <fieldset className={styles.save}>
      <legend>{say('recall.save')}</legend>
      <div className={styles.checks} role="group" aria-label={say('recall.save.parts')}>
        {everyPart.map((part) => (
          <CheckBox
            key={part}
            isSelected={parts.has(part)}
            onChange={(isOn) => setParts(new Set(everyPart.filter((one) => (one === part ? isOn : parts.has(one)))))}
          >
            {say(`recall.save.${part}`)}
          </CheckBox>
        ))}
      </div>
      <p className={styles.soft}>{say('recall.save.fileHint')}</p>
      <WhereTo
        place={place}
        onChange={setPlace}
        folderLabel={say('folders.into')}
        nameNote={say('recall.save.nameHint')}
        isDisabled={saving.busy}
      />
      {saving.failure !== null && (
        <Notice kind="care" said title={say('recall.failed')}>
          {say.failure(saving.failure)}
        </Notice>
      )}
      {folder !== null && (
        <Notice title={say('recall.save.done')}>
          <p className={styles.path}>{folder}</p>
          <p>{say('recall.save.next')}</p>
        </Notice>
      )}
      <Button isDisabled={!isWhole(place) || parts.size === 0 || needsLetter || saving.busy} onPress={save}>
        {say('recall.save.press')}
      </Button>
    </fieldset>
  )
}
