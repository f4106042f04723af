// A passage's words with their marks: labels as underlines, what is taken out behind a hatch that can still be read here.
import { Fragment, type ReactNode } from 'react'
import { GapToken } from '../../ui/GapToken.tsx'
import { LabelMark } from '../../ui/LabelMark.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './MarkedText.module.css'
import type { Mark, PassageMarks } from './marks-of-passages.ts'
import { segmentsOf, type MarkHere, type Segment } from './segments.ts'

export function MarkedText({ text, marks }: { text: string; marks: PassageMarks | undefined }) {
  if (marks === undefined) return <span data-at={0}>{text}</span>
  return segmentsOf(text, marks.ranges).map((segment) => <SegmentText key={segment.start} segment={segment} />)
}

/** Lines of text stand further apart where several underlines have to fit between them. */
function roomFor(lines: number): number {
  return 1.66 + (lines - 1) * 0.62
}

/** Underlines lie under each other, a third of a letter apart. */
function underlineOffset(lane: number): string {
  return `${0.22 + lane * 0.32}em`
}

function SegmentText({ segment }: { segment: Segment<Mark> }) {
  const say = useWords()
  const labels = segment.marks.filter((here) => here.layer === 'label').sort((a, b) => a.lane - b.lane)
  const takenOut = segment.marks.filter((here) => here.layer === 'takenOut')
  let words: ReactNode = <span data-at={segment.start}>{segment.text}</span>
  for (const { mark, lane } of labels) {
    if (mark.kind !== 'label') continue
    words = (
      <LabelMark colour={mark.label.colour} style={{ textUnderlineOffset: underlineOffset(lane) }}>
        {words}
      </LabelMark>
    )
  }
  const lines = Math.max(0, ...labels.map(({ lane }) => lane + 1))
  if (lines > 1) words = <span style={{ lineHeight: roomFor(lines) }}>{words}</span>
  if (takenOut.length > 0) {
    words = (
      <span
        className={styles.takenOut}
        data-begins={takenOut.some(({ begins }) => begins) || undefined}
        data-ends={takenOut.some(({ ends }) => ends) || undefined}
      >
        {words}
      </span>
    )
  }
  return (
    <>
      {segment.marks
        .filter(({ begins }) => begins)
        .map((here, index) => (
          <span key={index} className={styles.unseen}>
            {' '}
            {announced(here, say)}{' '}
          </span>
        ))}
      {words}
      {takenOut
        .filter(({ ends }) => ends)
        .map(
          ({ mark }, index) =>
            mark.kind === 'takenOut' && (
              <Fragment key={index}>
                {' '}
                <GapToken className={styles.token ?? ''}>{say(`marks.notFor.${mark.redaction.reach}`)}</GapToken>
              </Fragment>
            ),
        )}
    </>
  )
}

function announced({ mark }: MarkHere<Mark>, say: ReturnType<typeof useWords>): string {
  return mark.kind === 'label' ? say('marks.labelHere', { words: mark.label.words }) : say('marks.takenOutHere')
}
