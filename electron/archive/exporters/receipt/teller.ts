// What a receipt's paper says in one language: its sentences with their values, days, uses, names and conditions.
import type { UseName } from '../../../../shared/domain/consent/uses.ts'
import { numberRanges } from '../recall-letter.ts'
import { tidy } from '../markup.ts'
import { isolated } from '../reading-room/page-words.ts'
import type { Part, Receipt, Standing } from './receipt.ts'
import type { ReceiptWords } from './receipt-words.ts'

export class Teller {
  readonly words: ReceiptWords
  readonly #receipt: Receipt

  constructor(receipt: Receipt, words: ReceiptWords) {
    this.#receipt = receipt
    this.words = words
  }

  /** NOTE: what somebody wrote is kept apart from the sentence around it, whichever way it runs. */
  fill(sentence: string, values: Readonly<Record<string, string>>): string {
    return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  }

  own(written: string): string {
    return isolated(tidy(written))
  }

  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.words.language, { type: 'conjunction' }).format(items)
  }

  day(at: string): string {
    const { language } = this.words
    return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      dateStyle: 'long',
      timeZone: 'UTC',
      calendar: 'gregory',
    }).format(new Date(at))
  }

  languageName(tag: string): string {
    return new Intl.DisplayNames(this.words.language, { type: 'language' }).of(tag) ?? tag
  }

  use(use: UseName): string {
    return this.own(this.#receipt.useNames.get(use) ?? use)
  }

  names(recipients: readonly string[]): string {
    const known = recipients.map((id) => this.#receipt.recipients.get(id))
    return this.list(known.map((name) => (name === undefined ? this.words.somebodyGone : this.own(name))))
  }

  recipient(id: string): string {
    const name = this.#receipt.recipients.get(id)
    return name === undefined ? this.words.somebodyGone : this.own(name)
  }

  part({ numbers, heading: under }: Part): string {
    const { words } = this
    if (numbers === null) return words.whole
    const passages =
      numbers.length === 0
        ? words.partGone
        : this.fill(numbers.length === 1 ? words.onePassage : words.passages, {
            numbers: this.list(numberRanges(numbers)),
          })
    return under === null ? passages : this.fill(words.section, { heading: this.own(under), part: passages })
  }

  conditions(conditions: Standing['conditions'], withNames: boolean): string[] {
    if (conditions === null) return []
    const { recipients, nameAs, voice, until, untilEvent, times, noCutting } = conditions
    const { conditions: words } = this.words
    return [
      ...(withNames && recipients.length > 0 ? [this.fill(words.only, { names: this.names(recipients) })] : []),
      ...(voice === 'own' ? [] : [words.voice[voice]]),
      ...(nameAs === null ? [] : [this.fill(words.nameAs, { name: this.own(nameAs) })]),
      ...(until === null ? [] : [this.fill(words.until, { date: this.day(until) })]),
      ...(untilEvent === undefined ? [] : [this.fill(words.untilEvent, { event: this.own(untilEvent) })]),
      ...(times === null ? [] : [times === 1 ? words.once : this.fill(words.times, { count: String(times) })]),
      ...(noCutting ? [words.noCutting] : []),
    ]
  }
}
