// Gathers what a file says, each thing once, cut to what a person can look at.
import type { SoundSaying } from '../../../shared/domain/imported.ts'

const mostSayings = 40
const mostCharacters = 300

/** Which names of fields mean what, without case, spaces and signs; others are notes. */
const kinds: Readonly<Record<Exclude<SoundSaying['kind'], 'note'>, RegExp>> = {
  picture: /^(?:apic|pic|covr|coverart.*|metadatablockpicture|wmpicture|picture|attachment)$/,
  place: /^(?:©?xyz|loci|.*location.*|.*gps.*|.*latitude.*|.*longitude.*|.*geo.*|.*place.*|city|country)$/,
  recordedOn:
    /^(?:tdrc|tyer|tye|tdat|tda|time|tim|tdor|tory|tdrl|tden|tdtg|©?day|icrd|idit|.*date.*|.*year.*|.*time(?:stamp)?|mvhd|digitizationtime)$/,
  device:
    /^(?:tsse|tss|tenc|ten|©?too|©?enc|©?mak|©?mod|©?swr|isft|itch|imed|isrf|.*encod.*|.*vendor.*|.*make|.*model|.*software|.*device.*|.*android.*|.*version|.*app|.*equipment.*|originatorreference|.*manufacturer|.*serial.*|.*recorder.*|usertext)$/,
  person:
    /^(?:tpe[1-4]|tp[1-4]|tcom|tcm|text|txt|town|©?art|aart|©?wrt|©?aut|©?prf|iart|ieng|icms|auth|.*artist.*|.*author.*|.*performer.*|.*composer.*|.*originator|.*person.*|.*owner.*|.*engineer.*|.*conductor.*|.*lyricist.*|.*arranger.*)$/,
  title: /^(?:tit[123]|tt[123]|talb|tal|©?nam|©?alb|inam|iprd|name|title|album|.*title)$/,
}

const controls = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu

export class Sayings {
  readonly #found = new Map<string, SoundSaying>()

  get isFull(): boolean {
    return this.#found.size >= mostSayings
  }

  /** `field` as the format calls it (TIT2, ©xyz, ARTIST); `value` as it stands there. */
  add(field: string, value: string): void {
    const plain = field.toLowerCase().replace(/[^\p{L}\p{N}©]+/gu, '')
    const kind = (Object.keys(kinds) as (keyof typeof kinds)[]).find((one) => kinds[one].test(plain)) ?? 'note'
    const said = value
      .slice(0, 4 * mostCharacters)
      .replace(controls, ' ')
      .trim()
      .slice(0, mostCharacters)
    // A bare number, such as a track's, says nothing to anybody.
    if (kind !== 'picture' && (said === '' || (kind === 'note' && /^[\d\s/.-]{1,9}$/.test(said)))) return
    const saying: SoundSaying = { kind, value: kind === 'picture' ? '' : said }
    if (!this.isFull) this.#found.set(`${saying.kind} ${saying.value}`, saying)
  }

  list(): readonly SoundSaying[] {
    return [...this.#found.values()]
  }
}
