// What a transcription service writes around a transcript: its own name at the end, and at the head the title, when it was
// and how long, lists of keywords and of speakers. Nobody said these lines, so they are no passages.

/** `title` is the line above the date, or ''. `taken` are lines that are in no passage. */
export interface ServiceLines {
  readonly title: string
  readonly taken: ReadonlySet<number>
}

const services =
  'otter|rev|temi|trint|sonix|descript|happy ?scribe|notta|fireflies|tactiq|scribie|gotranscript|amberscript'
const made = String.raw`(?:this (?:transcript|file) (?:was|is) )?(?:transcri(?:bed|pts?|ption)|generated|created|exported|transcrito|transcrit|transkribiert)`
/** A whole line: "Transcribed by https://otter.ai", "Transcript by Rev.com". A person's name after "by" is no service. */
const signature = new RegExp(
  String.raw`^[*_(\[]*${made}(?: automatically)? (?:by|with|using|from|por|par|von|mit) (?:<?https?://[^\s>]+>?|(?:www\.)?(?:${services})(?:\.(?:ai|com|io))?)[\w/]*[.*_)\]]*$`,
  'iu',
)
/** "Tue, Mar 5, 2024 2:30PM • 45:32": a year, and after a dot or a bar how long. */
const whenAndHowLong =
  /^(?=.*\b(?:19|20)\d\d\b)[\p{L}\d.,:/ \u00a0\u202f-]{6,48}\s[•·|]\s*(?:\d{1,3}(?::\d\d){1,2}|\d{1,4} ?(?:min|mins|minutes|h|hr|hrs))\.?$/u
const keywords = /^(?:SUMMARY )?KEYWORDS:?$/
const speakers = /^SPEAKERS:?$/
const longestTitle = 160
const longestHead = 30

/** Reads the head and the end of a text. Where nothing shows that a service wrote it, nothing is taken. */
export function readServiceLines(lines: readonly string[]): ServiceLines {
  const written = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]))
  const at = (place: number): string => (lines[written[place] ?? -1] ?? '').trim()
  const taken = new Set<number>()
  for (const place of [0, 1, written.length - 2, written.length - 1])
    if (signature.test(at(place))) taken.add(written[place] ?? -1)

  let title = ''
  const first = written.findIndex((index) => !taken.has(index))
  const dated = first >= 0 && whenAndHowLong.test(at(first + 1)) && at(first).length <= longestTitle
  const undated = first >= 0 && whenAndHowLong.test(at(first))
  if (dated) {
    title = at(first)
    taken.add(written[first] ?? -1)
  }
  if (dated || undated) taken.add(written[first + (dated ? 1 : 0)] ?? -1)

  const head = lines.slice(0, longestHead).map((line) => line.trim())
  const lists = [head.findIndex((line) => keywords.test(line)), head.findIndex((line) => speakers.test(line))]
  // NOTE: a heading "SPEAKERS" alone may be hers; beside the keywords, the date or the service's name it is the service's.
  if (lists[0] !== -1 || taken.size > 0) for (const from of lists) if (from !== -1) takeList(lines, from, taken)

  // A text of which nothing would be left is no transcript of a service.
  if (written.every((index) => taken.has(index))) return { title: '', taken: new Set() }
  return { title, taken }
}

/** The heading and the list below it, which ends at an empty line; a list that does not look like one, such as a sentence, stays. */
function takeList(lines: readonly string[], heading: number, taken: Set<number>): void {
  let from = heading + 1
  while (from < lines.length && (lines[from] ?? '').trim() === '') from++
  let until = from
  while (until < lines.length && (lines[until] ?? '').trim() !== '') until++
  const items = lines
    .slice(from, until)
    .join(', ')
    .split(/[,，、;]/)
    .map((item) => item.trim())
  if (until === from || items.some((item) => item.length > 60 || /[?!。？！]|\.$|\d:\d\d|[:：]/.test(item))) return
  for (let index = heading; index < until; index++) if ((lines[index] ?? '').trim() !== '') taken.add(index)
}
