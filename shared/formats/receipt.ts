// The receipt for machines as it leaves, version 1: the mandatory fields of ISO/IEC TS 27560:2023, clause 6, under the
// names that DPV 2.2 gives them in the profile https://w3id.org/dpv/schema/dpv-27560. Frozen: what changes is another version.
import { z } from 'zod'
import { consentStatuses } from '../domain/consent/status.ts'

const text = z.string()
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const moment = z.iso.datetime()
const types = z.array(z.string().regex(/^dpv:[A-Za-z]+$/)).min(1)
const term = z.string().regex(/^dpv:[A-Za-z]+$/)
const status = z.enum(consentStatuses.map((name) => `dpv:${name}` as const))
const duration = z.strictObject({ '@type': term, 'rdf:value': text.min(1) })
const purpose = z.strictObject({ '@type': types, 'dpv:hasIdentifier': text.min(1), 'skos:prefLabel': text })

const entity = z.strictObject({
  '@type': types,
  'dpv:hasIdentifier': text.min(1),
  'dpv:hasName': text,
  'dpv:hasAddress': text.min(1),
  'dpv:hasContact': text.min(1),
})

const notice = z.strictObject({
  '@type': types,
  'dpv:hasIdentifier': text.min(1),
  'dct:language': text.min(2),
  'dct:title': text,
  'dct:description': text,
})

const process = z.strictObject({
  '@type': types,
  'dpv:hasPurpose': z.array(purpose).min(1),
  'dpv:hasPersonalData': z
    .array(
      z.strictObject({
        '@type': types,
        'dct:title': text,
        'dct:language': text,
        'dpv:hasScope': text,
        'dpv:hasNecessity': term,
      }),
    )
    .min(1),
  'dpv:hasLegalBasis': term,
  'dpv:hasDataController': z.array(text).min(1),
  'dpv:hasDataSource': z.array(term).min(1),
  'dpv:hasStorageCondition': z
    .array(
      z.union([
        z.strictObject({ '@type': types, 'dpv:hasLocation': term }),
        z.strictObject({ '@type': types, 'dpv:hasDuration': duration }),
      ]),
    )
    .min(2),
  'dpv:hasJurisdiction': z.array(term).min(1),
  'dpv:hasRecipient': z.array(text),
  'dpv:hasProcessingCondition': z.array(
    z.strictObject({
      '@type': types,
      'receipt:voice': text,
      'receipt:nameAs': text.nullable(),
      'receipt:noCutting': z.boolean(),
    }),
  ),
  'dpv:hasConsentControl': z.array(z.strictObject({ '@type': types, 'dct:description': text.min(1) })).min(1),
  'dpv:hasConsentStatus': status,
})

const event = z.strictObject({
  '@type': z.array(status).length(1),
  'dpv:hasIdentifier': text.min(1),
  'dpv:isIndicatedAtTime': moment,
  'dpv:isIndicatedBy': text,
  'dpv:hasIndicationMethod': z.strictObject({ '@type': text, 'dct:description': text }),
  'dpv:hasDuration': z.array(duration).min(1),
  'receipt:certainty': z.enum(['signed', 'attested']),
  'receipt:signature': z.enum(['none', 'holds', 'broken']),
  /** SHA-256 of what her key signs. */
  'receipt:decision': hash,
})

const record = z.strictObject({
  '@type': types,
  'dct:conformsTo': z.literal('dpv-27560:record'),
  'dpv:hasIdentifier': text.min(1),
  'dct:created': moment,
  'dct:language': text.min(2),
  'dpv:hasNotice': z.array(notice).min(1),
  'dpv:hasProcess': z.array(process).length(1),
  /** What she said, oldest first; what is so now stands in the process. */
  'dpv:hasConsentStatus': z.array(event).min(1),
})

const given = z.strictObject({
  '@type': types,
  'dpv:hasIdentifier': text.min(1),
  'dct:date': moment,
  'dct:title': text,
  'dpv:hasRecipient': z.array(z.strictObject({ '@type': types, 'dpv:hasName': text })).min(1),
  'dpv:hasPurpose': z.array(purpose).min(1),
  'receipt:passages': z.int(),
  'receipt:recall': text,
  'receipt:files': z.array(z.strictObject({ 'schema:contentSize': text, 'schema:sha256': hash })),
})

export const machineReceipt = z.strictObject({
  '@context': z.record(text, text),
  '@type': types,
  'dct:conformsTo': z.literal('dpv-27560:receipt'),
  'dpv:hasIdentifier': text.min(1),
  'dct:created': moment,
  'dct:publisher': text,
  'dct:language': text.min(2),
  'dpv:hasDataSubject': z.strictObject({ '@type': types, 'dpv:hasIdentifier': text.min(1), 'dpv:hasName': text }),
  'dpv:hasEntity': z.record(text, entity),
  'dpv:hasRecordOfActivity': z.array(record),
  'dpv:hasProcess': z.array(given),
  'receipt:decisions': z.int(),
  'receipt:number': hash,
})
export type MachineReceipt = z.infer<typeof machineReceipt>
