// Which passage, which story, whose: said first, so that nobody erases something else.
import { useWords } from '../../words/say.tsx'
import type { What } from './erase-shapes.ts'
import styles from './erase.module.css'

export function WhatIsMeant({ what, kind }: { what: What; kind: 'passages' | 'story' | 'narrator' }) {
  const say = useWords()
  const { name, title, language, begins } = what
  const isNamed = name.trim() !== ''
  return (
    <div className={styles.meant}>
      {begins !== '' && (
        <blockquote lang={language} dir="auto" className={styles.begins}>
          {begins}
        </blockquote>
      )}
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
