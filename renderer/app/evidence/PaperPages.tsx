// A paper kept as PDF, looked at page by page inside the program. Nothing of it is read before it is asked for.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useWords } from '../../words/say.tsx'
import { openPaper, PaperFailure, type DrawnPage, type Paper, type PaperFault } from '../paper/open-paper.ts'
import styles from './PaperPages.module.css'

/** Nobody signs more than this; a file that says that it has a million pages keeps nobody waiting. */
const mostPages = 300

interface Props {
  readonly address: string
  /** In bytes. */
  readonly size: number
  /** Which of the papers it is, from 1. */
  readonly number: number
}

export function PaperPages({ address, size, number }: Props) {
  const say = useWords()
  const [isOpen, setOpen] = useState(false)
  const [wasOpen, setWasOpen] = useState(false)
  const close = (): void => {
    setOpen(false)
    setWasOpen(true)
  }
  if (isOpen) return <Pages address={address} size={size} number={number} onClose={close} />
  return (
    <>
      <p>{say('evidence.pdf', { size: say.number(Math.max(1, Math.round(size / 1024))) })}</p>
      <Button
        small
        // Where the focus goes back to when the pages are closed.
        autoFocus={wasOpen}
        aria-label={say('evidence.pdf.open.named', { number })}
        onPress={() => setOpen(true)}
      >
        {say('evidence.pdf.open')}
      </Button>
    </>
  )
}

function usePaper(address: string, size: number): { paper: Paper | null; fault: PaperFault | null } {
  const [opened, setOpened] = useState<Paper | PaperFault | null>(null)
  useEffect(() => {
    let isGone = false
    let paper: Paper | null = null
    openPaper(address, size).then(
      (found) => {
        paper = found
        if (isGone) found.close()
        else setOpened(found)
      },
      (thrown: unknown) => {
        if (!isGone) setOpened(thrown instanceof PaperFailure ? thrown.fault : 'broken')
      },
    )
    return () => {
      isGone = true
      paper?.close()
    }
  }, [address, size])
  return typeof opened === 'string' ? { paper: null, fault: opened } : { paper: opened, fault: null }
}

function Pages({ address, size, number, onClose }: Props & { readonly onClose: () => void }) {
  const say = useWords()
  const { paper, fault } = usePaper(address, size)
  const [at, setAt] = useState(1)
  const region = useRef<HTMLElement>(null)
  useEffect(() => region.current?.focus(), [])
  const count = Math.min(paper?.pages ?? 1, mostPages)
  const isThere = paper !== null
  useEffect(() => {
    if (isThere) region.current?.scrollIntoView({ block: 'start' })
  }, [isThere])
  const go = (to: number): void => setAt(Math.min(Math.max(1, to), count))
  /** By a button, which cannot keep the focus where it leads no further. */
  const press = (to: number): void => {
    if (to <= 1 || to >= count) region.current?.focus()
    go(to)
  }
  const turn = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const onwards = say.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const back = say.direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
    const places: Readonly<Record<string, number>> = {
      [onwards]: at + 1,
      PageDown: at + 1,
      [back]: at - 1,
      PageUp: at - 1,
      Home: 1,
      End: count,
    }
    const to = places[event.key]
    if (to === undefined || paper === null) return
    event.preventDefault()
    event.stopPropagation()
    go(to)
  }
  return (
    <section
      ref={region}
      tabIndex={-1}
      className={styles.pages}
      aria-label={say('evidence.pdf.pages', { number })}
      onKeyDown={turn}
    >
      {fault !== null && (
        <Notice kind="care" said>
          {say(`evidence.pdf.${fault}`)}
        </Notice>
      )}
      {fault === null && paper === null && <Progress label={say('evidence.pdf.opening')} value={null} />}
      {paper !== null && (
        <>
          {paper.pages > mostPages && (
            <p>{say('evidence.pdf.long', { pages: say.number(paper.pages), most: mostPages })}</p>
          )}
          <div className={styles.turning}>
            <Button small isDisabled={at === 1} onPress={() => press(at - 1)}>
              {say('evidence.pdf.before')}
            </Button>
            <p role="status">{say('evidence.pdf.page', { page: at, count })}</p>
            <Button small isDisabled={at === count} onPress={() => press(at + 1)}>
              {say('evidence.pdf.next')}
            </Button>
          </div>
          <OnePage key={at} paper={paper} page={at} count={count} />
          {count > 1 && <p className={styles.soft}>{say('evidence.pdf.keys')}</p>}
        </>
      )}
      <Button small onPress={onClose}>
        {say('evidence.pdf.close')}
      </Button>
    </section>
  )
}

function OnePage({ paper, page, count }: { paper: Paper; page: number; count: number }) {
  const say = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState<DrawnPage | 'broken' | null>(null)
  useEffect(() => {
    if (canvas.current === null) return
    const leaving = new AbortController()
    const show = (result: DrawnPage | 'broken'): void => {
      if (!leaving.signal.aborted) setDrawn(result)
    }
    paper.draw(page, canvas.current, leaving.signal).then(show, () => show('broken'))
    return () => leaving.abort()
  }, [paper, page])
  const { words, lacksPicture } = drawn === null || drawn === 'broken' ? { words: '', lacksPicture: false } : drawn
  return (
    <>
      {drawn === 'broken' && (
        <Notice kind="care" said>
          {say('evidence.pdf.pageBroken')}
        </Notice>
      )}
      {lacksPicture && (
        <Notice kind="care" said>
          {say('evidence.pdf.lacksPicture')}
        </Notice>
      )}
      <div className={styles.sheet} hidden={drawn === 'broken'}>
        <canvas
          ref={canvas}
          className={styles.canvas}
          role="img"
          aria-label={say('evidence.pdf.picture', { page, count })}
          aria-busy={drawn === null}
        />
      </div>
      {words.trim() !== '' && (
        <VisuallyHidden>
          <p dir="auto">{words}</p>
        </VisuallyHidden>
      )}
    </>
  )
}
