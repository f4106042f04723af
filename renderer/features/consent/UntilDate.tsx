// A day chosen as day, month by name and year: always Gregorian, whatever calendar the machine shows.
import { Choice } from '../../ui/Choice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './consent.module.css'

const yearsAhead = 50

interface Props {
  /** The last moment of the chosen day, ISO 8601 UTC. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The last millisecond of a local day; a day that the month lacks becomes its last one. */
export function endOfDay(year: number, month: number, day: number): string {
  const lastOfMonth = new Date(year, month + 1, 0).getDate()
  return new Date(year, month, Math.min(day, lastOfMonth), 23, 59, 59, 999).toISOString()
}

export function inOneYear(): string {
  const now = new Date()
  return endOfDay(now.getFullYear() + 1, now.getMonth(), now.getDate())
}

export function UntilDate({ value, onChange }: Props) {
  const say = useWords()
  const date = new Date(value)
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()]
  const monthName = new Intl.DateTimeFormat(say.locale, { month: 'long', calendar: 'gregory' })
  const thisYear = new Date().getFullYear()
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
  return (
    <div className={styles.date}>
      <Choice
        label={say('consent.until.day')}
        value={String(day)}
        onChange={(chosen) => onChange(endOfDay(year, month, Number(chosen)))}
        options={numbers(1, new Date(year, month + 1, 0).getDate()).map((id) => ({ id, name: id }))}
      />
      <Choice
        label={say('consent.until.month')}
        value={String(month)}
        onChange={(chosen) => onChange(endOfDay(year, Number(chosen), day))}
        options={numbers(0, 11).map((id) => ({ id, name: monthName.format(new Date(2026, Number(id), 15)) }))}
      />
      <Choice
        label={say('consent.until.year')}
        value={String(year)}
        onChange={(chosen) => onChange(endOfDay(Number(chosen), month, day))}
        options={numbers(thisYear, thisYear + yearsAhead).map((id) => ({ id, name: id }))}
      />
    </div>
  )
}
