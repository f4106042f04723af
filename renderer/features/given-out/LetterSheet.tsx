// The letter as it will be, in the recipient's language; the sheet that is printed.
import type { RecallLetter } from './recall-shapes.ts'
import styles from './recall.module.css'

export function LetterSheet({ letter, label }: { letter: RecallLetter; label: string }) {
  return (
    <article
      className={styles.letter}
      lang={letter.language}
      dir={letter.direction}
      aria-label={label}
      data-print-sheet="letter"
    >
      <h3>{letter.title}</h3>
      {letter.blocks.map((block, at) => {
        const key = `${block.kind}-${at}`
        if (block.kind === 'words')
          return (
            <p key={key} dir="auto">
              {block.text}
            </p>
          )
        if (block.kind === 'list')
          return (
            <ul key={key}>
              {block.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )
        return (
          <dl key={key} className={styles.letterFacts}>
            {block.facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
          </dl>
        )
      })}
    </article>
  )
}
