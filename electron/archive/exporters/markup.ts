// HTML in which every value is escaped, unless it is markup that was made here too.

declare const made: unique symbol
/** Made by `html` alone. */
export type Markup = { readonly [made]: true; toString(): string }
type Value = string | number | Markup | null | readonly Value[]

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Words without what no page, caption or text file may hold: controls, halves of characters; one kind of line end. */
export function tidy(words: string): string {
  return words
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
}

export function escaped(words: string): string {
  return tidy(words).replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? '')
}

class Written {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}

function written(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  if (value instanceof Written) return value.toString()
  return (value as readonly Value[]).map(written).join('')
}

/** Values stand between tags or inside attributes in double quotes, nowhere else. `null` is nothing; lists are joined. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const text = parts.map((part, at) => part + (at < values.length ? written(values[at] ?? null) : '')).join('')
  return new Written(text) as unknown as Markup
}
