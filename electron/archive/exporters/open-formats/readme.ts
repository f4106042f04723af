// README.txt: what each file is, in her language.
import { isolated } from '../reading-room/page-words.ts'
import { setIn } from '../reading-room/transcript-text.ts'
import type { OpenFileKind, OpenWords } from './words.ts'

/**
 * @param shown the kinds of files that are there, with the name to show for each
 * @param leftOut what is left out: passages without their words, what was said off the record
 * @param missing sound that is not there
 */
export function readme(
  words: OpenWords,
  shown: readonly { readonly kind: OpenFileKind; readonly name: string }[],
  leftOut: { readonly sealed: boolean; readonly offRecord: boolean },
  missing: readonly string[],
): string {
  const list = shown.map(({ kind, name }) => `  ${isolated(name)}\n    ${words.files[kind]}`)
  return `${[
    ...words.readme,
    `${words.whatIsWhat}\n\n${list.join('\n')}`,
    ...(leftOut.sealed ? [words.sealedNote] : []),
    ...(leftOut.offRecord ? [words.offRecordNote] : []),
    ...(missing.length > 0 ? [`${words.missingNote}\n${missing.map((path) => `  ${setIn(path)}`).join('\n')}`] : []),
    ...words.keep,
  ].join('\n\n')}\n`
}
