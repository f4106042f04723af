// Ids for passages and turns that come to be while somebody writes: 80 bits, as the archive's own.
const letters = '0123456789abcdefghijklmnopqrstuv'

export function newPassageId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => letters[byte % 32]).join('')
}
