// With the narrator: the window handed over to her, her passphrase, where she is in her story, what only she can read.
import { z } from 'zod'
import { call, hers, herself, nothing, stream } from './define.ts'
import { newPaperKey, paperWords } from './door.ts'
import { bytes, id, language, longText, milliseconds, moment, passphrase, shortText } from './shapes.ts'

export const looks = ['heard', 'right', 'later'] as const

const colour = z.int().min(1).max(8)

export const herSession = {
  /**
   * From here on the archive answers only what is hers. With her passphrase her decisions are signed with her key; with
   * null they are attested. Failures: wrongPassphrase, noPassphrase.
   */
  handOver: call('archivist', z.object({ narrator: id, passphrase: passphrase.nullable() }), nothing),
  /** Back to the archivist, with an archivist's passphrase. In a copy of her own it closes the door instead. Failure: wrongPassphrase. */
  leave: call(herself(), z.object({ passphrase }), nothing),

  /** What her window needs to know of her. */
  about: call(
    herself(),
    nothing,
    z.object({
      narrator: id,
      name: shortText,
      colour,
      hasPassphrase: z.boolean(),
      /** A paper of her own opens her key. */
      hasPaper: z.boolean(),
      /** Her key is open: decisions are signed, sealed passages can be read. */
      keyOpen: z.boolean(),
      /** This archive is her take-home copy. */
      isCopy: z.boolean(),
      testimonies: z.array(
        z.object({
          id,
          title: shortText,
          titleBy: z.enum(['narrator', 'archivist']),
          language: z.string(),
          passages: z.int(),
          looked: z.int(),
          /** Suggestions, labels without her stance and words about her that wait for her. */
          waiting: z.int(),
          reviewedAt: moment.nullable(),
          /** The next day on which a yes of hers ends. */
          consentEndsAt: moment.nullable(),
          /** Why an answer has ended and asks; nothing has been said in its place. */
          endedBecause: z.enum(['expired', 'usedUp', 'eventCame']).nullable(),
          /** The day on which it ended, where it was a day. */
          endedAt: moment.nullable(),
          /** A day that has come on which she wanted to be asked again. */
          reviewDueAt: moment.nullable(),
          /** The event that a yes of hers waits for, in her words. */
          waitsFor: shortText.nullable(),
        }),
      ),
    }),
  ),
  chooseColour: call(herself(), z.object({ colour }), nothing),

  /** Failures: weakPassphrase, hasPassphrase. */
  setPassphrase: call(herself(), z.object({ passphrase }), nothing),
  /** Failure: wrongPassphrase. */
  openKey: call(herself(), z.object({ passphrase }), nothing),
  changePassphrase: call(herself(), z.object({ old: passphrase, passphrase }), nothing),
  /**
   * A paper of her own, in place of an earlier one: it counts, and that stops, at `confirmPaper`. Failures: wrongPassphrase,
   * noPassphrase, paperAtHome in a copy of hers.
   */
  beginPaper: call(herself(), z.object({ passphrase, language }), newPaperKey),
  /** Failure: notFound, where nothing was begun since she came to this window. */
  confirmPaper: call(herself(), z.object({ words: z.array(z.string().max(40)) }), z.object({ right: z.boolean() })),
  /**
   * Another passphrase, where she has forgotten hers. Her keys stay as they are, and are open; that it was so is kept.
   * Failures: wrongPaperKey (no words of any paper), notHerPaper, archivesPaper, noPaper, noPassphrase, weakPassphrase.
   */
  openWithPaper: call(herself(), z.object({ words: paperWords, passphrase }), nothing),
  /**
   * Does away with her passphrase and key, and with her paper. With the passphrase, sealed passages are unsealed first, as
   * by `unseal`; with null (she no longer knows it) they can never be read again, by anybody. What she signed stays signed.
   * Failures: wrongPassphrase, sealedSoundDamaged, diskFull, cancelled; then nothing is changed.
   */
  forgetPassphrase: call(
    herself(),
    z.object({ passphrase: passphrase.nullable(), sound: z.enum(['back', 'readable']).optional() }),
    nothing,
  ),

  /** Where she is, without counting how far. */
  progress: call(
    hers('testimony'),
    z.object({ testimony: id }),
    z.object({
      looks: z.array(z.object({ passage: id, look: z.enum(looks), at: moment })),
      changed: z.array(id),
      last: id.nullable(),
      reviewedAt: moment.nullable(),
      coolingOffUntil: moment.nullable(),
    }),
  ),
  /** Failure: wordsClosed for `right` of a sealed passage whose words are not open to her. */
  look: call(
    herself('testimony'),
    z.object({ testimony: id, passage: id, look: z.enum(looks), on: z.boolean() }),
    nothing,
  ),

  /**
   * Encrypts these passages to her key and takes their words out of everything else in the archive: text, search,
   * revisions, marks' quotes, undo. What she said aloud about them is sealed with them, always. Their sound stays in its
   * recording. Failures: noPassphrase, diskFull.
   */
  seal: call(herself('testimony'), z.object({ testimony: id, passages: z.array(id).min(1).max(5_000) }), nothing),
  /**
   * The same, and their sound: encrypted to her key, and silence in its place in the recording. Of passages that are sealed
   * already, their sound. What is encoded has to be handed over before, whole (`erase.beginSound`). It can be cancelled
   * until all of it counts at once. Failures: noPassphrase, soundUnreadable where that was not done, mediaDamaged,
   * changedMeanwhile, diskFull, cancelled.
   */
  sealWithSound: stream(
    herself('testimony'),
    z.object({ testimony: id, passages: z.array(id).min(1).max(5_000) }),
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('working'), done: z.number(), total: z.number() }),
      z.object({ kind: z.literal('sealed') }),
    ]),
  ),
  /**
   * Where the sound of a passage is. `none`: no recording. `unplaced`: nobody knows where in the recording. `unreadable`: the
   * recording is damaged. `open`: in the recording; it can be sealed, and of what is encoded the window hands over `toDecode`
   * first. `sealed`: heard at `/offrecord/<passage>` while her key is open.
   */
  sealedSound: call(
    herself('testimony'),
    z.object({ testimony: id, passage: id }),
    z.object({
      sound: z.enum(['none', 'unplaced', 'unreadable', 'open', 'sealed']),
      canHear: z.boolean(),
      toDecode: z.array(z.object({ recording: id, media: id, durationMs: milliseconds })),
    }),
  ),
  /**
   * What she said aloud about sealed passages, and the passage beside which it stands; null where that is gone. It is heard at
   * `/offrecord/<answer>` while her key is open, and then it says how long it is.
   */
  sealedAnswers: call(
    herself('testimony'),
    z.object({ testimony: id }),
    z.object({
      answers: z.array(z.object({ id, passage: id.nullable(), at: moment, durationMs: milliseconds.nullable() })),
    }),
  ),
  /**
   * Needs her key open. What she said aloud about them is as it was; what cannot be read of that stays sealed. Sealed
   * sound comes `back` into its recording; where that is damaged, into a recording of its own with what could be saved of it.
   * Where sealed sound cannot be read itself, `readable` puts silence there and opens the rest, and `stays` opens the words
   * alone. Failures: noPassphrase, notFound, sealed, sealedSoundDamaged, diskFull, cancelled.
   */
  unseal: call(
    herself('testimony'),
    z.object({
      testimony: id,
      passages: z.array(id).min(1).max(5_000),
      sound: z.enum(['back', 'readable', 'stays']).optional(),
    }),
    nothing,
  ),
  readSealed: call(herself('testimony'), z.object({ testimony: id, passage: id }), z.object({ text: longText })),

  /**
   * A spoken answer: sound as the window's recorder makes it (WebM or Ogg with Opus), in order, at most 1 MiB at a time. Failure:
   * noPassphrase, where its passage is sealed and she has no key now to seal it to.
   */
  beginAnswer: call(
    herself('testimony'),
    z.object({ testimony: id, passage: id.nullable(), type: z.enum(['audio/webm', 'audio/ogg', 'audio/wav']) }),
    z.object({ answer: id }),
  ),
  appendAnswer: call(herself('testimony'), z.object({ testimony: id, answer: id, bytes }), nothing),
  /** Null where it is sealed at once, because its passage is. Failure: noPassphrase. */
  finishAnswer: call(
    herself('testimony'),
    z.object({ testimony: id, answer: id, durationMs: milliseconds }),
    z.object({ media: id.nullable() }),
  ),
  /** An answer under way, or one that was kept: its sound is destroyed. */
  dropAnswer: call(herself('testimony'), z.object({ testimony: id, answer: id }), nothing),
} as const
