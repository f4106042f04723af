// What others write about her story: signed, seen or not seen by her, with what she says to it.
import { useState } from 'react'
import { type WordsAbout as Words } from '../../../shared/domain/writing/beside.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { WordsAboutForm, type AboutWords } from './WordsAboutForm.tsx'
import styles from './writing.module.css'

interface WordsAboutProps {
  readonly words: readonly Words[]
  readonly language: string
  readonly onPut: (id: string | null, words: AboutWords) => Promise<unknown>
  readonly onRemove: (words: Words) => void
}

export function WordsAbout({ words, language, onPut, onRemove }: WordsAboutProps) {
  const say = useWords()
  const [writing, setWriting] = useState<Words | 'new' | null>(null)
  return (
    <section className={styles.part}>
      <h2 className={styles.head}>{say('writing.about')}</h2>
      <p className={styles.soft}>{say('writing.about.why')}</p>
      {words.length === 0 && <p className={styles.none}>{say('writing.about.none')}</p>}
      {words.map((one) => (
        <article key={one.id} className={styles.card}>
          <h3 className={styles.soft}>{say(`writing.about.kind.${one.kind}`)}</h3>
          <p lang={one.language} dir="auto">
            {one.text}
          </p>
          <p className={styles.soft}>{say('writing.about.signed', { author: one.author, date: say.date(one.at) })}</p>
          <p className={styles.soft}>{say(`writing.about.seen.${one.seen}`)}</p>
          {one.answer !== '' && (
            <p className={styles.hers} dir="auto">
              {say('writing.about.says', { words: one.answer })}
            </p>
          )}
          <div className={styles.actions}>
            <Button small onPress={() => setWriting(one)}>
              {say('writing.about.change')}
            </Button>
            <Button small onPress={() => onRemove(one)}>
              {say('writing.about.remove')}
            </Button>
          </div>
        </article>
      ))}
      <div>
        <Button onPress={() => setWriting('new')}>{say('writing.about.add')}</Button>
      </div>
      {writing !== null && (
        <WordsAboutForm
          words={writing === 'new' ? null : writing}
          language={language}
          onKeep={(given) => onPut(writing === 'new' ? null : writing.id, given)}
          onClose={() => setWriting(null)}
        />
      )}
    </section>
  )
}
