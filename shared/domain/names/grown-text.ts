// A text that is far longer to whoever reads it than it is written: one sign can stand for a sentence.

/** UTF-16 units of a text of whatever length, as it is compared. */
export const longestGrown = 400_000
/** How many times longer one sign can become. */
const mostGrown = 18

/** Whether a text is too long to be looked through, once what its signs stand for is written out (Unicode NFKC). */
export function growsTooLong(text: string): boolean {
  return text.length * mostGrown > longestGrown && text.normalize('NFKC').length > longestGrown
}
