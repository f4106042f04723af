// Passages that somebody has already and would get in another way: both, side by side.
import { VoiceOfNarrator } from '../../ui/Voices.tsx'
import { useWords } from '../../words/say.tsx'
import type { MosaicAnswer } from './Mosaic.tsx'
import styles from './Mosaic.module.css'

type Reading = MosaicAnswer['again'][number]['before']

export function MosaicAgain({ mosaic }: { mosaic: MosaicAnswer }) {
  const say = useWords()
  return (
    <>
      <h3>{say('mosaic.again')}</h3>
      <ul className={styles.plain}>
        {mosaic.again.map(({ disclosure, before, now }) => {
          const at = mosaic.held.find((one) => one.disclosure === disclosure)?.at ?? ''
          return (
            <li key={`${disclosure} ${now.passage}`} className={styles.pair}>
              <AsRead
                title={say('mosaic.again.before', { date: at === '' ? '' : say.date(at) })}
                reading={before}
                gap={say('mosaic.gap')}
              />
              <AsRead title={say('mosaic.again.now')} reading={now} gap={say('mosaic.gap')} />
            </li>
          )
        })}
      </ul>
    </>
  )
}

function AsRead({ title, reading, gap }: { title: string; reading: Reading; gap: string }) {
  return (
    <div className={styles.reading}>
      <h4>{title}</h4>
      <VoiceOfNarrator>
        <p lang={reading.language} dir={reading.direction}>
          {reading.pieces.map((piece, at) =>
            piece.kind === 'words' ? (
              piece.text
            ) : (
              <span key={at} className={styles.gap} dir="auto">
                {piece.kind === 'gap' ? gap : piece.text}
              </span>
            ),
          )}
        </p>
      </VoiceOfNarrator>
    </div>
  )
}
