// A day that has been, chosen as day, month by name and year: always Gregorian, whatever calendar the machine shows.
import { Choice } from '../../ui/Choice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './recall.module.css'

const yearsBack = 10

/** ISO 8601, no time. */
export function localDay(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

interface Props {
  /** ISO 8601, no time. */
  readonly value: string
  readonly onChange: (day: string) => void
}

export function OnDay({ value, onChange }: Props) {
  const say = useWords()
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number)
  const choose = (part: { year?: number; month?: number; day?: number }): void => {
    const next = { year, month, day, ...part }
    const last = new Date(next.year, next.month, 0).getDate()
    onChange(localDay(new Date(next.year, next.month - 1, Math.min(next.day, last))))
  }
  const monthName = new Intl.DateTimeFormat(say.locale, { month: 'long', calendar: 'gregory' })
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
  const thisYear = new Date().getFullYear()
  return (
    <div className={styles.day} role="group" aria-label={say('recall.heard.on')}>
      <Choice
        label={say('recall.heard.day')}
        value={String(day)}
        onChange={(id) => choose({ day: Number(id) })}
        options={numbers(1, new Date(year, month, 0).getDate()).map((id) => ({ id, name: id }))}
      />
      <Choice
        label={say('recall.heard.month')}
        value={String(month)}
        onChange={(id) => choose({ month: Number(id) })}
        options={numbers(1, 12).map((id) => ({ id, name: monthName.format(new Date(2026, Number(id) - 1, 15)) }))}
      />
      <Choice
        label={say('recall.heard.year')}
        value={String(year)}
        onChange={(id) => choose({ year: Number(id) })}
        options={numbers(thisYear - yearsBack, thisYear).map((id) => ({ id, name: id }))}
      />
    </div>
  )
}
