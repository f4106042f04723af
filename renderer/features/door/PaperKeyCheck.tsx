// Some of the words are typed back from the paper: an archive whose paper key cannot be read does not count.
import { useState, type ReactNode } from 'react'
import { codeOf } from '../../app/archive.tsx'
import { TypeBack } from '../../app/TypeBack.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './Door.module.css'

export interface PaperKeyCheckProps {
  /** h3 where it stands in a part of a page. */
  heading?: 'h2' | 'h3' | undefined
  /** 0 to 23. */
  places: readonly number[]
  confirm: (words: string[]) => Promise<{ right: boolean }>
  onShowAgain: () => void
  /** The archive was locked meanwhile, and nothing waits for these words any more. */
  onGone: () => void
  onRight: () => void
  /** What it means to stop here. */
  children: ReactNode
}

export function PaperKeyCheck(props: PaperKeyCheckProps) {
  const { heading: Title = 'h2', places, confirm, onShowAgain, onGone, onRight, children } = props
  const say = useWords()
  const [gone, setGone] = useState(false)
  const compare = async ([words = []]: string[][]): Promise<string | null> => {
    try {
      const { right } = await confirm(words)
      if (!right) return say('door.check.wrong')
      onRight()
    } catch (thrown) {
      const code = codeOf(thrown)
      if (code !== 'notFound' && code !== 'locked') return say.failure(code)
      setGone(true)
    }
    return null
  }

  if (gone)
    return (
      <Notice
        kind="care"
        said
        title={say('door.unmade.title')}
        action={<Button onPress={onGone}>{say('door.unmade.again')}</Button>}
      >
        {say('door.unmade.locked')}
      </Notice>
    )
  return (
    <TypeBack
      title={
        <>
          <Title>{say('door.check.title')}</Title>
          <p>{say('door.check.says')}</p>
        </>
      }
      sheets={[places.map((place) => ({ place, label: say('door.check.word', { place: place + 1 }) }))]}
      actions={styles.actions}
      compare={compare}
      onShowAgain={onShowAgain}
    >
      {children}
    </TypeBack>
  )
}
