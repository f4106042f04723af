// The receipt for machines: the fields of ISO/IEC TS 27560:2023 as JSON-LD, after the profile "dpv-27560" of the W3C
// community group for data privacy vocabularies, with words of DPV 2.2.
import { statusSaid, type ConsentStatus } from '../../../../shared/domain/consent/status.ts'
import type { ConsentBody, LedgerEntry } from '../../../../shared/domain/consent/ledger.ts'
import type { UseName } from '../../../../shared/domain/consent/uses.ts'
import type { MachineReceipt } from '../../../../shared/formats/receipt.ts'
import type { Decided, Part, ReadCard, Receipt, ReceiptStory } from './receipt.ts'
import { whomToTell } from './paper.ts'
import { receiptWordsFor, type ReceiptWords } from './receipt-words.ts'

const contexts = {
  dpv: 'https://w3id.org/dpv#',
  'dpv-27560': 'https://w3id.org/dpv/schema/dpv-27560#',
  dct: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  schema: 'https://schema.org/',
  receipt: 'urn:consent-receipt#',
} as const

type ConsentRecord = MachineReceipt['dpv:hasRecordOfActivity'][number]
type Event = ConsentRecord['dpv:hasConsentStatus'][number]
type ConsentDecided = Decided & { readonly entry: LedgerEntry<ConsentBody> }

const keeper = 'keeper'
const givesBasis: ReadonlySet<ConsentStatus> = new Set(['ConsentGiven', 'RenewedConsentGiven'])
const dpv = <T extends string>(term: T): `dpv:${T}` => `dpv:${term}`
const isConsent = (decided: Decided): decided is ConsentDecided => decided.entry.body.kind === 'consent'

const opens: ReadonlySet<ConsentBody['answer']> = new Set(['yes', 'askEachTime'])

/** The last moment, how many times, or what is to come: how long an answer holds. Only what opens something can be taken back. */
function validity({ answer, conditions: { until, untilEvent, times } }: ConsentBody): Event['dpv:hasDuration'] {
  if (!opens.has(answer)) return [{ '@type': dpv('IndeterminateDuration'), 'rdf:value': 'until she answers anew' }]
  return [
    ...(until === null ? [] : [{ '@type': dpv('UntilTimeDuration'), 'rdf:value': until }]),
    ...(untilEvent === undefined ? [] : [{ '@type': dpv('UntilEventDuration'), 'rdf:value': untilEvent }]),
    ...(times === null ? [] : [{ '@type': dpv('FixedOccurrencesDuration'), 'rdf:value': String(times) }]),
    ...(until === null && untilEvent === undefined && times === null
      ? [{ '@type': dpv('IndeterminateDuration'), 'rdf:value': 'until it is taken back' }]
      : []),
  ]
}

function eventOf({ entry, decision, signature }: ConsentDecided): Event {
  const { id, at, by, certainty, evidence, body } = entry
  return {
    '@type': [dpv(statusSaid(body.answer, body.renews !== undefined, signature === 'broken'))],
    'dpv:hasIdentifier': id,
    'dpv:isIndicatedAtTime': at,
    // Who says that she said so: she by her key, or whoever wrote it down.
    'dpv:isIndicatedBy': certainty === 'signed' ? dpv('DataSubject') : by,
    'dpv:hasIndicationMethod': { '@type': `receipt:${evidence.kind}`, 'dct:description': evidence.note },
    'dpv:hasDuration': validity(body),
    'receipt:certainty': certainty,
    'receipt:signature': signature,
    'receipt:decision': decision,
  }
}

/** Answers for one use and one part: one record of the standard. */
function recordsOf(receipt: Receipt, story: ReceiptStory, words: ReceiptWords): ConsentRecord[] {
  const keyOf = (use: UseName, part: Part | null) => JSON.stringify([use, part?.numbers ?? null, part?.heading ?? null])
  const grouped = Map.groupBy(story.decided.filter(isConsent), ({ entry, part }) => keyOf(entry.body.use, part))
  return [...grouped.values()].flatMap((decided) => {
    const [first] = decided
    const last = decided.at(-1)
    if (first === undefined || last === undefined) return []
    const { body } = last.entry
    const { use } = body
    const now = story.standing.find((one) => keyOf(one.use, one.part) === keyOf(use, first.part))
    const events = decided.map(eventOf)
    const read = decided.filter(({ isCardRead }) => isCardRead)
    const state: ConsentStatus = now?.status ?? statusSaid(body.answer, false, last.signature === 'broken')
    return [
      {
        '@type': [dpv('ConsentRecord')],
        'dct:conformsTo': 'dpv-27560:record',
        'dpv:hasIdentifier': first.entry.id,
        'dct:created': first.entry.at,
        'dct:language': body.cardLanguage,
        // NOTE: the field must be there, also where she was read nothing: then without words.
        'dpv:hasNotice': (read.length > 0 ? read : [last]).map(({ entry }) => noticeOf(entry.body, receipt.cards)),
        'dpv:hasProcess': [processOf(receipt, story, words, last, state)],
        'dpv:hasConsentStatus': events,
      },
    ]
  })
}

function noticeOf({ use, cardLanguage, cardVersion }: ConsentBody, cards: readonly ReadCard[]) {
  const card = cards.find((one) => one.use === use && one.language === cardLanguage && one.version === cardVersion)
  return {
    '@type': [dpv('ConsentNotice')],
    'dpv:hasIdentifier': `${use} ${cardLanguage} ${cardVersion}`,
    'dct:language': cardLanguage,
    'dct:title': card?.title ?? '',
    'dct:description': card === undefined ? '' : [card.says, card.whoCouldSee, card.worstCase].join('\n'),
  }
}

function conditionsOf({ conditions: { nameAs, voice, noCutting } }: ConsentBody) {
  return {
    '@type': [dpv('ProcessingCondition')],
    'receipt:voice': voice,
    'receipt:nameAs': nameAs,
    'receipt:noCutting': noCutting,
  }
}

function processOf(
  receipt: Receipt,
  { title, language }: ReceiptStory,
  words: ReceiptWords,
  { entry, part }: ConsentDecided,
  state: ConsentStatus,
) {
  const { body } = entry
  return {
    '@type': [dpv('Process')],
    'dpv:hasPurpose': [
      {
        '@type': [dpv('Purpose')],
        'dpv:hasIdentifier': body.use,
        'skos:prefLabel': receipt.useNames.get(body.use) ?? body.use,
      },
    ],
    'dpv:hasPersonalData': [
      {
        '@type': [dpv('SensitivePersonalData')],
        'dct:title': title,
        'dct:language': language,
        'dpv:hasScope': part?.numbers == null ? 'all' : part.numbers.join(' '),
        'dpv:hasNecessity': dpv('Optional'),
      },
    ],
    // NOTE: the field must be there, and a refusal, or a yes that is over, is no basis for anything.
    'dpv:hasLegalBasis': dpv(givesBasis.has(state) ? 'ExplicitlyExpressedConsent' : 'NotAvailable'),
    'dpv:hasDataController': [keeper],
    'dpv:hasDataSource': [dpv('DataSubjectDataSource')],
    'dpv:hasStorageCondition': [
      { '@type': [dpv('StorageLocation')], 'dpv:hasLocation': dpv('LocalLocation') },
      {
        '@type': [dpv('StorageDuration')],
        'dpv:hasDuration': { '@type': dpv('UntilEventDuration'), 'rdf:value': words.keptUntil },
      },
    ],
    // NOTE: the archive does not know which law it is under; the field must be there.
    'dpv:hasJurisdiction': [dpv('NotAvailable')],
    'dpv:hasRecipient': body.conditions.recipients.map((id) => recipientKey(receipt, id)),
    'dpv:hasProcessingCondition': [conditionsOf(body)],
    'dpv:hasConsentControl': [{ '@type': [dpv('WithdrawConsent')], 'dct:description': whomToTell(receipt, words) }],
    'dpv:hasConsentStatus': dpv(state),
  }
}

/** NOTE: by their order on this receipt; an id of the archive's would tell two receipts' recipients to be the same. */
function recipientKey({ recipients }: Receipt, id: string): string {
  const at = [...recipients.keys()].indexOf(id)
  return at === -1 ? 'recipient' : `recipient-${at + 1}`
}

function entitiesOf(receipt: Receipt, words: ReceiptWords): MachineReceipt['dpv:hasEntity'] {
  const { recipients, contact } = receipt
  const entities: Record<string, MachineReceipt['dpv:hasEntity'][string]> = {
    [keeper]: {
      '@type': [dpv('DataController')],
      'dpv:hasIdentifier': keeper,
      'dpv:hasName': receipt.keeper === '' ? keeper : receipt.keeper,
      'dpv:hasAddress': contact === '' ? dpv('NotAvailable') : contact,
      'dpv:hasContact': whomToTell(receipt, words),
    },
  }
  for (const [id, name] of recipients) {
    const key = recipientKey(receipt, id)
    entities[key] = {
      '@type': [dpv('Recipient')],
      'dpv:hasIdentifier': key,
      'dpv:hasName': name,
      'dpv:hasAddress': dpv('NotAvailable'),
      'dpv:hasContact': dpv('NotAvailable'),
    }
  }
  return entities
}

/** The file's text: JSON in UTF-8, indented by two. */
export function machineReceipt(receipt: Receipt, wanted: string): string {
  const words = receiptWordsFor(wanted)
  const made: MachineReceipt = {
    '@context': contexts,
    '@type': [dpv('ConsentReceipt')],
    'dct:conformsTo': 'dpv-27560:receipt',
    'dpv:hasIdentifier': receipt.id,
    'dct:created': receipt.at,
    'dct:publisher': keeper,
    'dct:language': words.language,
    'dpv:hasDataSubject': {
      '@type': [dpv('DataSubject')],
      'dpv:hasIdentifier': receipt.narrator,
      'dpv:hasName': receipt.name,
    },
    'dpv:hasEntity': entitiesOf(receipt, words),
    'dpv:hasRecordOfActivity': receipt.stories.flatMap((story) => recordsOf(receipt, story, words)),
    'dpv:hasProcess': receipt.stories.flatMap(({ given }) =>
      given.map((row) => ({
        '@type': [dpv('Process')],
        'dpv:hasIdentifier': row.id,
        'dct:date': row.at,
        'dct:title': row.title,
        'dpv:hasRecipient': [{ '@type': [dpv('Recipient')], 'dpv:hasName': row.recipient }],
        'dpv:hasPurpose': [
          {
            '@type': [dpv('Purpose')],
            'dpv:hasIdentifier': row.use,
            'skos:prefLabel': receipt.useNames.get(row.use) ?? row.use,
          },
        ],
        'receipt:passages': row.passages,
        'receipt:recall': row.state,
        'receipt:files': row.files.map(({ size, sha256 }) => ({
          'schema:contentSize': String(size),
          'schema:sha256': sha256,
        })),
      })),
    ),
    'receipt:decisions': receipt.decisions,
    'receipt:number': receipt.number,
  }
  return `${JSON.stringify(made, null, 2)}\n`
}
