// Letters of another alphabet that look the same, written in the middle of a word: a word of two alphabets is one word.
const latin: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...'аеорсухіјѕԁһӏкмтвн'].map((letter, at) => [letter, [...'aeopcyxijsdhlkmtbh'][at] ?? letter]),
  ),
  ...Object.fromEntries([...'αοειυνρκτχ'].map((letter, at) => [letter, [...'aoeiuvpktx'][at] ?? letter])),
}
const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aeopcyxijs'].map((letter, at) => [letter, [...'аеорсухіјѕ'][at] ?? letter]),
)
const hasLatin = /\p{Script=Latin}/u
const hasCyrillic = /\p{Script=Cyrillic}/u
const hasGreek = /\p{Script=Greek}/u

/** A word of two alphabets as it looks in the one that `like` is in; any other word as it is. */
export function looksLike(word: string, like: string): string {
  if (!hasLatin.test(word) || !(hasCyrillic.test(word) || hasGreek.test(word))) return word
  const shapes = hasCyrillic.test(like) ? cyrillic : latin
  return [...word].map((letter) => shapes[letter] ?? letter).join('')
}
