// What came of it: a line a file, kept or not and why, with a way to each story.
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-aria-components/Link'
import { useAnnounce } from '../../app/announce.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { OneOf } from '../../ui/OneOf.tsx'
import { useWords } from '../../words/say.tsx'
import { canBeKept, type BatchState, type KeptLine } from './batch-state.ts'
import type { BatchWork } from './batch-work.ts'
import styles from './KeptResults.module.css'
import { wordsOfNotice } from './reasons-to-look.ts'

type Shown = 'all' | KeptLine['result']

interface KeptResultsProps {
  work: BatchWork
  state: BatchState
  onOpen: (testimony: string) => void
  onShelf: () => void
}

export function KeptResults({ work, state: { lines, ended, items }, onOpen, onShelf }: KeptResultsProps) {
  const say = useWords()
  const announce = useAnnounce()
  const heading = useRef<HTMLHeadingElement>(null)
  const [shown, setShown] = useState<Shown>('all')
  const count = (result: KeptLine['result']): number => lines.filter((line) => line.result === result).length
  const kept = say('bringIn.results.kept', { count: count('kept') })
  const failed = count('failed') === 0 ? '' : say('bringIn.results.failed', { count: count('failed') })
  const rest = items.filter(canBeKept).length

  useEffect(() => {
    heading.current?.focus()
    announce(`${kept} ${failed}`)
  }, [announce, failed, kept])

  const options = (['all', 'kept', 'leftOut', 'failed'] as const)
    .map((id) => ({ id, count: id === 'all' ? lines.length : count(id) }))
    .filter((option) => option.id === 'all' || option.count > 0)
    .map((option) => ({
      id: option.id,
      name: say(`bringIn.results.show.${option.id}`, { count: say.number(option.count) }),
    }))
  return (
    <div className={styles.results}>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {say('bringIn.results')}
      </h2>
      <p className={styles.sum}>
        {kept} {failed}
      </p>
      {ended === 'stopped' && <Notice>{say('bringIn.results.stopped')}</Notice>}
      {ended !== 'stopped' && ended !== 'whole' && (
        <Notice kind="care" title={say('bringIn.results.broke')} said>
          {say.failure(ended)}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button kind="primary" onPress={onShelf}>
          {say('bringIn.results.shelf')}
        </Button>
        {rest > 0 && <Button onPress={() => work.lookAtRest()}>{say('bringIn.results.rest', { count: rest })}</Button>}
        {(rest === 0 || ended === 'whole') && (
          <Button onPress={() => void work.forget()}>{say('bringIn.results.more')}</Button>
        )}
      </div>
      {options.length > 2 && <OneOf label={say('bringIn.show')} value={shown} onChange={setShown} options={options} />}
      <ul className={styles.lines}>
        {lines
          .filter((line) => shown === 'all' || line.result === shown)
          .map((line) => (
            <li key={line.item} className={styles.line} data-result={line.result}>
              <span className={styles.name}>
                <bdi>{line.name === '' ? say('bringIn.pasted') : line.name}</bdi>
              </span>
              <span className={styles.result}>
                {say(`bringIn.result.${line.result}`)}
                {line.failure !== null && <>. {say.failure(line.failure)}</>}
                {line.notices.map((notice) => (
                  <span key={notice}>. {say(wordsOfNotice(notice))}</span>
                ))}
              </span>
              {line.testimony !== null && <OpenStory name={line.name} testimony={line.testimony} onOpen={onOpen} />}
            </li>
          ))}
      </ul>
    </div>
  )
}

function OpenStory({
  name,
  testimony,
  onOpen,
}: {
  name: string
  testimony: string
  onOpen: (testimony: string) => void
}) {
  const say = useWords()
  return (
    <Link
      className={styles.open ?? ''}
      aria-label={say('bringIn.result.open', { name: name === '' ? say('bringIn.pasted') : name })}
      onPress={() => onOpen(testimony)}
    >
      {say('bringIn.result.open.short')}
    </Link>
  )
}
