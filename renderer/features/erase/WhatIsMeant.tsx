// Which passage, which story, whose: said first, so that nobody erases something else.
import { useWords } from '../../words/say.tsx'
import type { What, Who } from './erase-shapes.ts'
import styles from './erase.module.css'

interface Props {
  readonly what: What
  readonly kind: 'passages' | 'story' | 'narrator'
  readonly who: Who
}

export function WhatIsMeant({ what, kind, who }: Props) {
  const say = useWords()
  const { name, title, language, begins, sealedAt } = what
  const isNamed = name.trim() !== ''
  return (
    <div className={styles.meant}>
      {begins !== '' && (
        <blockquote lang={language} dir="auto" className={styles.begins}>
          {begins}
        </blockquote>
      )}
      {sealedAt !== null && <p className={styles.sealed}>{say('erase.sealed', { who, ...sealedAt })}</p>}
      {kind === 'narrator' || title === '' ? (
        isNamed && (
          <p>
            <bdi>{name}</bdi>
          </p>
        )
      ) : (
        <p>
          <bdi>{isNamed ? say('erase.of', { title, name }) : title}</bdi>
        </p>
      )}
    </div>
  )
}
