// What shows that she decided: a scan or a photograph of a paper, something said on the spot. Kept encrypted among the
// media, named by her answers with its SHA-256, and read again from `/media/<media>`.
import { z } from 'zod'
import { call, hers, nothing } from './define.ts'
import { bytes, evidenceFile, id, moment } from './shapes.ts'

export const evidenceTypes = [
  'audio/webm',
  'audio/ogg',
  'audio/wav',
  'image/jpeg',
  'image/png',
  'application/pdf',
] as const

const ofOne = { testimony: id, file: id }

export const evidence = {
  /**
   * `live`: it is recorded at this window now, so that the window may have the microphone until it is finished or dropped.
   * Failures: tooManyCalls; onlyArchivist in a copy of her own, whose files nobody could bring home.
   */
  begin: call(
    hers('testimony'),
    z.object({ testimony: id, type: z.enum(evidenceTypes), live: z.boolean().optional() }),
    z.object({ file: id }),
  ),
  /** Pieces of at most 1 MiB, together at most 200 MiB. Failures: fileTooLarge, formatUnknown. */
  append: call(hers('testimony'), z.object({ ...ofOne, bytes }), nothing),
  /** What an answer names it by. One that no answer comes to name is gone at the next opening. Failure: fileEmpty. */
  finish: call(hers('testimony'), z.object(ofOne), evidenceFile),
  /** One that is not finished, or that no answer names. Failure: notFound. */
  drop: call(hers('testimony'), z.object(ofOne), nothing),
  list: call(
    hers('testimony'),
    z.object({ testimony: id }),
    z.object({
      files: z.array(
        evidenceFile.extend({ media: id, type: z.enum(evidenceTypes), size: z.int(), at: moment, named: z.boolean() }),
      ),
    }),
  ),
} as const
