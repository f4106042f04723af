// Words that are kept on paper: numbered, and as a code that a camera reads.
import styles from './WordsToKeep.module.css'

interface WordsToKeepProps {
  readonly words: readonly string[]
  /** What the list of words and the code are called. */
  readonly names: { readonly words: string; readonly code: string }
  /** Of the words (BCP 47). */
  readonly language: string
  /** The code in modules, and its dark ones as the path of an SVG. */
  readonly qrSize: number
  readonly qrPath: string
}

export function WordsToKeep({ words, names, language, qrSize, qrPath }: WordsToKeepProps) {
  return (
    <>
      <ol className={styles.words} aria-label={names.words} lang={language} dir="ltr">
        {words.map((word, place) => (
          <li key={place} className={styles.word} value={place + 1}>
            <span className={styles.number} aria-hidden="true">
              {place + 1}
            </span>
            {word}
          </li>
        ))}
      </ol>
      {/* Dark on light in both themes, with a quiet zone of four modules: cameras need it. */}
      <svg
        className={styles.code}
        role="img"
        aria-label={names.code}
        viewBox={`-4 -4 ${qrSize + 8} ${qrSize + 8}`}
        shapeRendering="crispEdges"
      >
        <rect x="-4" y="-4" width="100%" height="100%" fill="#ffffff" />
        <path d={qrPath} fill="#000000" />
      </svg>
    </>
  )
}
