// The exact files as the recipient gets them, in a frame that can run nothing.
import { useEffect, useRef, useState } from 'react'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { followTextSize } from '../../ui/follow-text-size.ts'
import { useFocusWithinFrame } from '../../ui/use-focus-within-frame.ts'
import { useWords } from '../../words/say.tsx'
import type { Prepared } from './excerpt-shapes.ts'
import styles from './excerpts.module.css'

interface Props {
  readonly made: Prepared
  readonly title: string
  /** They can be seen now, in this frame. */
  readonly onLoad: (frame: HTMLIFrameElement) => void
}

export function ExactPages({ made, title, onLoad }: Props) {
  const say = useWords()
  const frame = useRef<HTMLIFrameElement>(null)
  const [loaded, setLoaded] = useState<HTMLIFrameElement | null>(null)
  useEffect(() => (loaded === null ? undefined : followTextSize(loaded)), [loaded])
  const hasFocus = useFocusWithinFrame(frame)
  return (
    <>
      <iframe
        ref={frame}
        data-focus-visible={hasFocus || undefined}
        className={styles.preview}
        sandbox="allow-same-origin"
        src={`/held/${made.held}/index.html`}
        title={title}
        onLoad={({ currentTarget }) => {
          setLoaded(currentTarget)
          onLoad(currentTarget)
        }}
      />
      <Disclosure title={say('excerpts.files', { count: made.files.length })}>
        <p className={styles.soft}>{say('excerpts.files.hash')}</p>
        <p className={styles.hash}>{made.contentHash}</p>
        <ul className={styles.files}>
          {made.files.map(({ path, size, sha256 }) => (
            <li key={path}>
              <span>{path}</span> <span className={styles.soft}>{say('excerpts.files.bytes', { size })}</span>
              <p className={styles.hash}>{sha256}</p>
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  )
}
