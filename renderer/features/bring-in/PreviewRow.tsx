// One line in the list of what was chosen: whether it will be kept, what it is, and whether it needs a look.
import { memo } from 'react'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { useWords } from '../../words/say.tsx'
import { canBeKept, type PreviewItem } from './batch-state.ts'
import type { BatchWork } from './batch-work.ts'
import styles from './PreviewRow.module.css'
import { nameOf } from './name-of.ts'
import { needsLook } from './reasons-to-look.ts'

interface PreviewRowProps {
  item: PreviewItem
  isChosen: boolean
  work: BatchWork
  onLook: (item: string) => void
}

export const PreviewRow = memo(
  function PreviewRow({ item, isChosen, work, onLook }: PreviewRowProps) {
    const say = useWords()
    const title = nameOf(say, item)
    const possible = canBeKept(item)
    const files = [item.transcriptName, item.soundName].filter((name) => name !== null && name !== '' && name !== title)
    const saysNothingNew = files.length === 1 && files[0]?.toLowerCase() === `${title.toLowerCase()}.txt`
    const facts = [
      item.narratorName,
      item.passages > 0 ? say('bringIn.passages', { count: item.passages }) : '',
      item.words > 0 ? say('bringIn.words', { count: item.words }) : '',
      item.durationMs !== null ? say('bringIn.sound', { time: say.time(item.durationMs) }) : '',
    ].filter((fact) => fact !== '')
    return (
      <li className={styles.row} data-chosen={isChosen || undefined} data-kept={item.keep || undefined}>
        <CheckBox
          aria-label={say('bringIn.keepThis', { title })}
          isSelected={possible && item.keep}
          isDisabled={!possible}
          onChange={(keep) => work.corrections.correct(item.item, { keep })}
        />
        <button type="button" className={styles.look} aria-current={isChosen} onClick={() => onLook(item.item)}>
          <span className={styles.title}>
            <bdi>{title}</bdi>
          </span>
          {possible && (
            <span className={styles.facts}>
              {facts.map((fact) => (
                <span key={fact}>
                  <bdi>{fact}</bdi>
                </span>
              ))}
            </span>
          )}
          {files.length > 0 && !saysNothingNew && (
            <span className={styles.files}>
              {files.map((name) => (
                <span key={name}>
                  <bdi>{name}</bdi>
                </span>
              ))}
            </span>
          )}
          {!possible && <span className={styles.cannot}>{say('bringIn.cannot')}</span>}
          {possible && !item.keep && <span className={styles.leftOut}>{say('bringIn.leftOut')}</span>}
          {possible && item.keep && needsLook(item) && <span className={styles.needs}>{say('bringIn.look')}</span>}
        </button>
      </li>
    )
  },
  (one, other) => one.item === other.item && one.isChosen === other.isChosen && one.work === other.work,
)
