// Where two passages become one by a command, a space comes between their sentences; scripts without spaces get none.
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\u3000-\u303f\uff00-\uffef]/u
const closes = /[\s\p{Pe}\p{Pf},.;:!?…،؛؟。]/u
const opens = /[\s\p{Ps}\p{Pi}¿¡]/u

export function needsSpace(first: string, second: string): boolean {
  const end = /.$/su.exec(first)?.[0] ?? ''
  const begin = /^./su.exec(second)?.[0] ?? ''
  if (end === '' || begin === '') return false
  return !opens.test(end) && !closes.test(begin) && !withoutSpaces.test(end) && !withoutSpaces.test(begin)
}
