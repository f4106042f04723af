// The ways to forge a sign-off, or to play one again, by what is wrong with it.
import { sha256 } from '../../electron/archive/sha256.ts'
import { insertSignature, lastEntry } from '../../electron/archive/store/ledger.ts'
import { sign } from '../../electron/archive/vault/narrator-key.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { decisionHash, noPrevious, type LedgerBody, type SignOffBody } from '../../shared/domain/consent/ledger.ts'
import { said } from '../support/gate-ledger.ts'
import {
  keys,
  decided,
  chain,
  append,
  signatureOf,
  type Attempt,
  signedOff,
  changedAfter,
  withSignature,
  movedBehind,
  uses,
} from './sign-off-forge.ts'

const refusal = ({ excerpt, contentHash }: SignOffBody): LedgerBody => ({
  kind: 'signOffRefused',
  testimony: 't',
  excerpt,
  contentHash,
  why: '',
})

export const ways: Readonly<Record<string, (attempt: Attempt) => void>> = {
  'of another excerpt': (a) => void signedOff(a, { ...a.body, excerpt: `x${a.random.hex(12)}` }, keys.hers),
  'of other bytes': (a) => void signedOff(a, { ...a.body, contentHash: a.random.hex(64) }, keys.hers),
  'of bytes that differ in one place': (a) => {
    const at = a.random.below(64)
    const { contentHash } = a.body
    const other = contentHash[at] === '0' ? '1' : '0'
    signedOff(a, { ...a.body, contentHash: contentHash.slice(0, at) + other + contentHash.slice(at + 1) }, keys.hers)
  },
  'for another use': (a) => void signedOff(a, { ...a.body, use: a.random.one(uses.slice(1)) }, keys.hers),
  'for another recipient': (a) => void signedOff(a, { ...a.body, recipient: `r${a.random.hex(12)}` }, keys.hers),
  "with another narrator's key": (a) => void signedOff(a, a.body, keys.others),
  "with another narrator's key, said to be hers": (a) => void signedOff(a, a.body, keys.others, keys.hers),
  'with a key that nobody knows, said to be hers': (a) => void signedOff(a, a.body, keys.unknown, keys.hers),
  'with a key that she did away with': (a) => void signedOff(a, a.body, keys.ended),
  'with a key that she did away with, said to be the one in use': (a) =>
    void signedOff(a, a.body, keys.ended, keys.hers),
  'with a bit of its signature turned': (a) =>
    withSignature(a, (right) => {
      const at = a.random.below(64)
      right[at] = (right[at] ?? 0) ^ (1 << a.random.below(8))
      return right
    }),
  'with any signature': (a) => withSignature(a, () => systemRandom(64)),
  'with a signature cut short': (a) => withSignature(a, (right) => right.subarray(0, a.random.below(64))),
  'with a signature of something else of hers': (a) =>
    withSignature(a, () => signatureOf(keys.hers, decided(a.body, 'signed'))),
  'with a signature that was made for another purpose': (a) => {
    const entry = decided({ ...a.body, after: lastEntry(a.archive)?.hash ?? noPrevious }, 'signed')
    const placed = chain(a.archive, entry)
    insertSignature(a.archive, placed.id, keys.hers.id, sign(keys.hers, 'decisions', decisionHash(entry, sha256)))
  },
  'said to be signed, and is not': (a) =>
    void chain(a.archive, decided({ ...a.body, after: lastEntry(a.archive)?.hash ?? noPrevious }, 'signed')),
  'attested, though she has a key': (a) => void chain(a.archive, decided(a.body, 'attested')),
  'attested, with a signature of hers beside it': (a) => {
    const entry = decided(a.body, 'attested')
    const placed = chain(a.archive, entry)
    insertSignature(a.archive, placed.id, keys.hers.id, signatureOf(keys.hers, { ...entry, certainty: 'signed' }))
  },
  'signed for another excerpt, and turned to this one': (a) => {
    const { archive, body } = a
    const entry = decided(
      { ...body, excerpt: `x${a.random.hex(12)}`, after: lastEntry(archive)?.hash ?? noPrevious },
      'signed',
    )
    const placed = chain(archive, { ...entry, body: { ...entry.body, excerpt: body.excerpt } })
    insertSignature(archive, placed.id, keys.hers.id, signatureOf(keys.hers, entry))
  },
  'signed for other bytes, and turned to these': (a) => {
    const { archive, body } = a
    const entry = decided(
      { ...body, contentHash: a.random.hex(64), after: lastEntry(archive)?.hash ?? noPrevious },
      'signed',
    )
    const placed = chain(archive, { ...entry, body: { ...entry.body, contentHash: body.contentHash } })
    insertSignature(archive, placed.id, keys.hers.id, signatureOf(keys.hers, entry))
  },
  'its evidence changed': (a) =>
    changedAfter(a, (entry) => ({ ...entry, evidence: { kind: 'signedPaper', note: a.random.hex(8) } })),
  'its moment changed': (a) =>
    changedAfter(a, (entry) => ({
      ...entry,
      at: new Date(Date.parse(entry.at) + 1 + a.random.below(1e9)).toISOString(),
    })),
  'its id changed': (a) => changedAfter(a, (entry) => ({ ...entry, id: `entry${a.random.hex(12)}` })),
  'its signer renamed': (a) => changedAfter(a, (entry) => ({ ...entry, by: a.random.hex(8) })),
  'moved behind another entry': (a) => movedBehind(a, said({ use: a.random.one(uses) })),
  'moved behind her no': (a) => movedBehind(a, refusal(a.body)),
  'its place left out, and moved': (a) => withSignatureOfPlace(a, undefined),
  'of another place': (a) => withSignatureOfPlace(a, a.random.hex(64)),
  'spent, and used again': (a) => void a.spent.add(signedOff(a, a.body, keys.hers).id),
  'spent after it, twice said': (a) => {
    signedOff(a, a.body, keys.hers)
    a.spent.add(signedOff(a, a.body, keys.hers).id)
  },
  'from before her no to exactly this': (a) => {
    signedOff(a, a.body, keys.hers)
    append(a.archive, refusal(a.body))
  },
  'from before her no to another shape of it': (a) => {
    signedOff(a, a.body, keys.hers)
    append(a.archive, refusal({ ...a.body, contentHash: a.random.hex(64) }))
  },
  'from before she took her yes back, and gave it again': (a) => {
    signedOff(a, a.body, keys.hers)
    append(a.archive, said({ answer: a.random.one(['withdrawn', 'no'] as const) }))
    append(a.archive, said({}))
  },
  'below her line, of another mirror': (a) => {
    append(a.archive, { kind: 'mirror', testimony: 't', threshold: 100, toReader: false })
    signedOff(a, { ...a.body, mirror: a.random.hex(64) }, keys.hers)
  },
  'below her line, without a mirror': (a) => {
    append(a.archive, { kind: 'mirror', testimony: 't', threshold: 100, toReader: false })
    const { mirror: _, ...unseen } = a.body
    signedOff(a, unseen, keys.hers)
  },
}

function withSignatureOfPlace({ archive, body }: Attempt, after: string | undefined): void {
  const entry = decided(after === undefined ? body : { ...body, after }, 'signed')
  const placed = chain(archive, entry)
  insertSignature(archive, placed.id, keys.hers.id, signatureOf(keys.hers, entry))
}
