// What can be done with what is chosen, beside its first line.
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useWords } from '../../words/say.tsx'
import styles from './ChosenToolbar.module.css'

const gap = 8

interface ChosenToolbarProps {
  /** Where what is chosen is drawn, asked for whenever the page around it has moved. */
  readonly near: () => globalThis.Range | null
  /** What is chosen: another one has another place. */
  readonly chosen: unknown
  readonly children: ReactNode
}

export function ChosenToolbar({ near, chosen, children }: ChosenToolbarProps) {
  const say = useWords()
  const element = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const around = element.current?.offsetParent
    if (!(around instanceof HTMLElement)) return
    const moved = new ResizeObserver(() => setTurn((n) => n + 1))
    moved.observe(around)
    return () => moved.disconnect()
  }, [])
  useLayoutEffect(() => {
    const own = element.current
    const around = own?.offsetParent
    const range = near()
    const line = range?.getClientRects()[0]
    if (own === null || range === null || !(around instanceof HTMLElement) || line === undefined) return
    const box = around.getBoundingClientRect()
    const above = line.top - box.top - own.offsetHeight - gap
    const hidden = line.top - own.offsetHeight - gap < scrollerTop(around)
    const beside = range.startContainer
    const words = beside instanceof Element ? beside : beside.parentElement
    const isRightToLeft = getComputedStyle(words ?? own).direction === 'rtl'
    const widest = Math.max(0, box.width - own.offsetWidth - gap)
    const top = hidden || above < 0 ? line.bottom - box.top + gap : above
    const left = Math.max(gap, Math.min((isRightToLeft ? line.right - own.offsetWidth : line.left) - box.left, widest))
    setPlace((before) => (before?.top === top && before.left === left ? before : { top, left }))
  }, [near, chosen, turn])
  return (
    // NOTE: physical left, because it comes from where the words were drawn, whichever way they run.
    <div ref={element} className={styles.place} style={place === null ? {} : { top: place.top, left: place.left }}>
      <Toolbar aria-label={say('story.chosen')} className={styles.toolbar ?? ''}>
        {children}
      </Toolbar>
    </div>
  )
}

function scrollerTop(element: HTMLElement): number {
  for (let at: HTMLElement | null = element; at !== null; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at.getBoundingClientRect().top
  }
  return 0
}
