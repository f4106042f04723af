// The signed recall file: made from the hashes that were kept when it was given out, and checked to the byte when read.
import { hash } from 'node:crypto'
import { canonical } from '../../../../shared/domain/canonical.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import { recallBody, recallFile, type RecallBody, type RecallFile } from '../../../../shared/formats/recall.ts'
import { sha256 } from '../../sha256.ts'
import type { Session } from '../../session.ts'
import { printLength, type GivenPassage } from '../../store/prints.ts'
import type { Disclosure } from '../../store/register.ts'
import { insertRecallSecret, recallSecret } from '../../store/recalls.ts'
import { isRecallSigned, recallKeyFor, signRecall } from '../../vault/recall-key.ts'

/** These are the same in every folder: to call them back would call back everybody's. */
const sameInAll: ReadonlySet<string> = new Set(['style.css', 'lunr.js', 'search.js', 'licences.txt'])

/** The archive's secret for recall keys; made the first time that it is needed. */
function secretOf(session: Session): Buffer {
  const kept = recallSecret(session.database)
  if (kept !== null) return kept
  const secret = Buffer.from(session.surroundings.random(32))
  session.save([], (archive) => insertRecallSecret(archive, secret, session.moment()))
  return secret
}

/** The public half of the key for one reference, hex: it stands in the manifest of what is given out. */
export function recallKey(session: Session, reference: string): string {
  return recallKeyFor(secretOf(session), reference)
}

/** How to make of the hash of a run the one that the file of one recall has. */
export function saltedWith(salt: Buffer): (run: string) => string {
  const bytes = Buffer.concat([salt, Buffer.alloc(printLength)])
  return (run) => {
    bytes.write(run, salt.length, 'hex')
    return hash('sha256', bytes, 'hex').slice(0, printLength * 2)
  }
}

function written(file: RecallFile): string {
  return `${JSON.stringify(file, null, 1)}\n`
}

function signedHash(body: Omit<RecallFile, 'signature'>): string {
  return sha256(canonical(body))
}

/** @param spans the passages that are called back */
export function makeRecallFile(
  session: Session,
  disclosure: Disclosure,
  spans: readonly GivenPassage[],
  salt: Buffer,
  calledBackAt: string,
): string {
  const salted = saltedWith(salt)
  const body: RecallBody = recallBody.parse({
    format: 'firsthand-recall',
    version: 2,
    reference: disclosure.excerpt,
    contentHash: disclosure.contentHash,
    givenOutOn: disclosure.at.slice(0, 10),
    calledBackOn: calledBackAt.slice(0, 10),
    passages: disclosure.passages.length,
    files: disclosure.files.filter(({ path }) => !sameInAll.has(path)).map((file) => file.sha256),
    salt: salt.toString('hex'),
    spans: spans.map(({ number, startMs, endMs, prints }) => {
      // NOTE: the salt stands in the file, and less than eight words are soon guessed: these are known again here alone.
      const told = prints?.telling === true ? prints : null
      return {
        number,
        startMs,
        endMs,
        whole: told?.whole ?? null,
        telling: told !== null,
        // NOTE: sorted, so that their order tells nothing of the words' order.
        runs: (told?.runs ?? []).map(salted).toSorted(),
        sentences: (told?.sentences ?? []).map(salted).toSorted(),
      }
    }),
    key: recallKey(session, disclosure.excerpt),
  })
  return written({ ...body, signature: signRecall(secretOf(session), disclosure.excerpt, signedHash(body)) })
}

/** Throws Failure recallFileBroken where a byte of it is not as it was signed. */
export function readRecallFile(text: string): RecallFile {
  const parsed = recallFile.safeParse(jsonOf(text))
  if (!parsed.success) throw new Failure('recallFileBroken')
  const { signature, ...body } = parsed.data
  // NOTE: what JSON does not tell apart (spaces, a member twice) is a changed byte all the same.
  if (written(parsed.data) !== text || !isRecallSigned(body.key, signedHash(body), signature))
    throw new Failure('recallFileBroken')
  return parsed.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
