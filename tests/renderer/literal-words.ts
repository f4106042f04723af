// Finds visible words in a component: text between tags, and words given straight to attributes that people see or hear.

const seenOrHeard =
  'aria-label|aria-description|aria-roledescription|aria-valuetext|placeholder|title|alt|label|note|says|name'
const hasLetters = /\p{L}{2,}/u

/** NOTE: reads the source by pattern, not by grammar: generics and comparisons are told from tags by what stands before them. */
export function literalWords(source: string): string[] {
  const code = source
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\{\/\*[^]*?\*\/\}/g, '')
  const found: string[] = []
  // text that follows a tag's end or a brace, up to the next tag or brace
  for (const [, text] of code.matchAll(
    /(?:<\/?[A-Za-z][\w.]*(?:\s[^<>]*?)?\/?>|\})([^<>{}=;()]*)(?=<\/?[A-Za-z>]|\{)/g,
  )) {
    const words = (text ?? '').trim()
    if (hasLetters.test(words) && !isCode(words)) found.push(words)
  }
  for (const [whole] of code.matchAll(new RegExp(`(?<![\\w.])(?:${seenOrHeard})=("[^"]*"|\\{[^{}]*\\})`, 'g'))) {
    const value = whole.slice(whole.indexOf('=') + 1)
    const strings = value.startsWith('"') ? [value.slice(1, -1)] : stringsOutsideCalls(value)
    if (strings.some((text) => hasLetters.test(text))) found.push(whole)
  }
  return found
}

/** String literals in an expression that are not handed to a function and not compared with. */
function stringsOutsideCalls(expression: string): string[] {
  const withoutCalls = expression
    .replace(/[\w.]+\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '')
    .replace(/[!=]==?\s*'[^']*'/g, '')
  return [...withoutCalls.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, one, other]) => one ?? other ?? '')
}

/** What the pattern takes for text although it is code between two braces. */
function isCode(words: string): boolean {
  return (
    /^(?:else|catch|finally|from|export|import|const|let|function|return|async|type|interface|as|satisfies|test|if|for|while|class|declare|readonly)\b/.test(
      words,
    ) || /[`:,?|&$]\s*$|^[,.:?|&[\]]|=>|\bconst\b|'/.test(words)
  )
}
