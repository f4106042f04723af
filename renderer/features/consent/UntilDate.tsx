// A day chosen as day, month by name and year: always Gregorian, whatever calendar the machine shows.
import { useState } from 'react'
import { Choice } from '../../ui/Choice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './consent.module.css'

const yearsAhead = 50

/** The last millisecond of a local day; a day that the month lacks becomes its last one. */
export function endOfDay(year: number, month: number, day: number): string {
  const lastOfMonth = new Date(year, month + 1, 0).getDate()
  return new Date(year, month, Math.min(day, lastOfMonth), 23, 59, 59, 999).toISOString()
}

/** As many as the longest month has while it is not known which. */
const daysIn = (year: number | null, month: number | null): number =>
  month === null ? 31 : new Date(year ?? 2024, month + 1, 0).getDate()

interface Day {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
}

function dayOf(moment: string | null): Day {
  if (moment === null) return { year: null, month: null, day: null }
  const date = new Date(moment)
  return { year: date.getFullYear(), month: date.getMonth(), day: date.getDate() }
}

interface UntilDateProps {
  /** What was chosen before somebody left, ISO 8601 UTC; null from the start: nothing is chosen beforehand. */
  readonly value: string | null
  /** Gets the last moment of the day, ISO 8601 UTC, or null until it is whole. */
  readonly onChange: (value: string | null) => void
}

export function UntilDate({ value, onChange }: UntilDateProps) {
  const say = useWords()
  const [chosen, setChosen] = useState(() => dayOf(value))
  /** What was chosen and is not in that month. */
  const [lacking, setLacking] = useState<number | null>(null)
  const { year, month, day } = chosen
  const choose = (part: Partial<Day>): void => {
    const next = { ...chosen, ...part }
    // A day that the month lacks is no other day: it has to be chosen again.
    const isThere = next.day !== null && next.day <= daysIn(next.year, next.month)
    const whole = { ...next, day: isThere ? next.day : null }
    setLacking(next.day === null || isThere ? null : next.day)
    setChosen(whole)
    onChange(
      whole.year === null || whole.month === null || whole.day === null
        ? null
        : endOfDay(whole.year, whole.month, whole.day),
    )
  }
  const monthName = new Intl.DateTimeFormat(say.locale, { month: 'long', calendar: 'gregory' })
  const thisYear = new Date().getFullYear()
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
  return (
    <div className={styles.date}>
      <Choice
        label={say('consent.until.day')}
        value={day === null ? null : String(day)}
        placeholder={say('consent.until.choose')}
        onChange={(id) => choose({ day: Number(id) })}
        options={numbers(1, daysIn(year, month)).map((id) => ({ id, name: id }))}
      />
      <Choice
        label={say('consent.until.month')}
        value={month === null ? null : String(month)}
        placeholder={say('consent.until.choose')}
        onChange={(id) => choose({ month: Number(id) })}
        options={numbers(0, 11).map((id) => ({ id, name: monthName.format(new Date(2026, Number(id), 15)) }))}
      />
      <Choice
        label={say('consent.until.year')}
        value={year === null ? null : String(year)}
        placeholder={say('consent.until.choose')}
        onChange={(id) => choose({ year: Number(id) })}
        options={numbers(thisYear, thisYear + yearsAhead).map((id) => ({ id, name: id }))}
      />
      {lacking !== null && (
        <p className={styles.lacking} role="alert">
          {say('consent.until.noSuchDay', { day: lacking })}
        </p>
      )}
    </div>
  )
}
