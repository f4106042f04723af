// The receipt for people: one thing after another, the same in the window, on paper and as a page.
import { directionOf } from '../../../../shared/domain/languages/direction.ts'
import type { Direction } from '../../../../shared/domain/story.ts'
import { useOf } from '../../../../shared/domain/consent/uses.ts'
import { tidy } from '../markup.ts'
import { isolated } from '../reading-room/page-words.ts'
import type { Decided, Given, Receipt, ReceiptStory, Standing } from './receipt.ts'
import { receiptWordsFor, type ReceiptWords } from './receipt-words.ts'
import { Teller } from './teller.ts'

export interface Cell {
  readonly text: string
  /** BCP 47 where it is in another language than the paper. */
  readonly language: string | null
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string; readonly language: string | null }
  | { readonly kind: 'words'; readonly text: string; readonly language: string | null }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly string[]
      readonly rows: readonly (readonly Cell[])[]
    }
  | { readonly kind: 'number'; readonly label: string; readonly number: string }

export interface Paper {
  readonly language: string
  readonly direction: Direction
  readonly title: string
  readonly blocks: readonly PaperBlock[]
}

const cell = (text: string): Cell => ({ text, language: null })
const said = (text: string, language: string | null = null): PaperBlock => ({ kind: 'words', text, language })
const heading = (level: 2 | 3, text: string, language: string | null = null): PaperBlock => ({
  kind: 'heading',
  level,
  text,
  language,
})

const closedForGood: ReadonlySet<Standing['because']> = new Set(['no', 'withdrawn', 'noEntry'])

function standingRow(teller: Teller, { use, part, because, conditions, reviewAt }: Standing): Cell[] {
  const { words } = teller
  const named = conditions?.recipients ?? []
  const isNamed = named.length > 0 || useOf(use).namedRecipientOnly
  const answer =
    because !== null
      ? words.closed[because]
      : isNamed
        ? teller.fill(words.openFor, { names: teller.names(named) })
        : words.open
  const goesWith = [
    ...(closedForGood.has(because) ? [] : teller.conditions(conditions, because !== null)),
    ...(reviewAt === null ? [] : [teller.fill(words.conditions.askAgain, { date: teller.day(reviewAt) })]),
  ]
  return [
    cell(teller.use(use)),
    cell(teller.part(part)),
    cell(answer),
    cell(goesWith.length === 0 ? words.noConditions : teller.list(goesWith)),
  ]
}

function whatWasDecided(teller: Teller, { entry: { body } }: Decided): string[] {
  const { words } = teller
  if (body.kind === 'signOff')
    return [teller.fill(words.did.signOff, { use: teller.use(body.use), recipient: teller.recipient(body.recipient) })]
  if (body.kind === 'outside') return [words.wished[body.wish]]
  if (body.kind !== 'consent') return [words.did[body.kind]]
  return [
    `${teller.fill(words.answered, { use: teller.use(body.use), answer: words.answers[body.answer] })}.`,
    ...(body.renews === undefined ? [] : [words.again]),
    ...(body.teachBack === undefined || body.teachBack.said.trim() === ''
      ? []
      : [teller.fill(words.ownWords, { said: teller.own(body.teachBack.said) })]),
    ...(body.reviewAt === undefined ? [] : [teller.fill(words.askAgain, { date: teller.day(body.reviewAt) })]),
  ]
}

function howItIsKnown(teller: Teller, { entry, signature, isCardRead }: Decided): string[] {
  const { words } = teller
  const { by, certainty, evidence, body } = entry
  const note = evidence.note.trim()
  const kind = words.evidence[evidence.kind]
  const known =
    signature === 'broken'
      ? words.broken
      : certainty === 'signed'
        ? words.signed
        : teller.fill(words.attested, { by: teller.own(by) })
  return [
    known,
    note === '' ? `${kind}.` : `${kind}: ${teller.own(note)}`,
    ...(body.kind === 'consent' && isCardRead
      ? [
          teller.fill(words.cardRead, {
            language: teller.languageName(body.cardLanguage),
            version: String(body.cardVersion),
          }),
        ]
      : []),
  ]
}

function decidedRow(teller: Teller, decided: Decided): Cell[] {
  const { entry, part } = decided
  const { body } = entry
  const answer = body.kind === 'consent' ? body.answer : null
  const goesWith =
    body.kind === 'consent' && answer !== 'no' && answer !== 'withdrawn' ? teller.conditions(body.conditions, true) : []
  return [
    cell(teller.day(entry.at)),
    cell(whatWasDecided(teller, decided).join(' ')),
    cell([...(part === null ? [] : [teller.part(part)]), ...goesWith].join('; ')),
    cell(howItIsKnown(teller, decided).join(' ')),
  ]
}

function givenRow(teller: Teller, { at, recipient, use, title, passages, state, on, heard, lifts }: Given): Cell[] {
  const { words } = teller
  const what = passages === 1 ? words.givenOne : words.givenWhat
  const sentences = [
    teller.fill(what, { title: teller.own(title === '' ? words.untitled : title), count: String(passages) }),
    ...heard.map((one) => teller.fill(words.heardOn, { date: teller.day(one.on), what: words.states[one.kind] })),
    ...(heard.at(-1)?.kind === state ? [] : [words.states[state]]),
    ...(on === null || heard.length > 0 ? [] : [teller.fill(words.stateOn, { date: teller.day(on) })]),
    ...lifts.map(({ lifted, note, at: when, by }) =>
      teller.fill(lifted ? words.lifted : words.holdsAgain, {
        date: teller.day(when),
        by: teller.own(by),
        note: teller.own(note),
      }),
    ),
  ]
  return [cell(teller.day(at)), cell(teller.own(recipient)), cell(teller.use(use)), cell(sentences.join(' '))]
}

function titleHeading(teller: Teller, { title, titleBy, language }: ReceiptStory): PaperBlock {
  const { words } = teller
  if (title.trim() === '') return heading(2, words.untitled)
  if (titleBy === 'archivist') return heading(2, teller.fill(words.workingTitle, { title: teller.own(title) }))
  return heading(2, tidy(title), language === 'und' ? null : language)
}

function storyBlocks(teller: Teller, story: ReceiptStory): PaperBlock[] {
  const { words } = teller
  const { standing, silent, decided, given } = story
  const silentUses = teller.fill(words.silent, { uses: teller.list(silent.map((use) => teller.use(use))) })
  const table = (caption: string, columns: readonly string[], rows: readonly Cell[][]): PaperBlock[] =>
    rows.length === 0 ? [] : [{ kind: 'table', caption, columns, rows }]
  return [
    titleHeading(teller, story),
    heading(3, words.stands),
    ...(standing.length === 0 ? [said(words.nothingAnswered)] : []),
    ...table(
      words.stands,
      words.standsColumns,
      standing.map((row) => standingRow(teller, row)),
    ),
    ...(standing.length > 0 && silent.length > 0 ? [said(silentUses)] : []),
    ...(decided.length > 0 ? [heading(3, words.decided)] : []),
    ...table(
      words.decided,
      words.decidedColumns,
      decided.map((row) => decidedRow(teller, row)),
    ),
    heading(3, words.given),
    ...(given.length === 0 ? [said(words.nothingGiven)] : []),
    ...table(
      words.given,
      words.givenColumns,
      given.map((row) => givenRow(teller, row)),
    ),
    ...(given.length > 0 ? [said(words.outside)] : []),
  ]
}

function listBlocks(teller: Teller, { lists }: Receipt): PaperBlock[] {
  const { words } = teller
  if (lists.length === 0) return []
  const rows = lists.map(({ at, reach, name, stands }) => [
    cell(teller.day(at)),
    cell(words.listsFor[reach]),
    cell(teller.own(name)),
    cell(stands ? words.listStands : words.listOver),
  ])
  return [
    heading(2, words.lists),
    { kind: 'table', caption: words.lists, columns: words.listsColumns, rows },
    ...(lists.every(({ stands }) => stands) ? [] : [said(words.outside)]),
  ]
}

/** Whom to tell that an answer is taken back. */
export function whomToTell({ contact, keeper }: Receipt, words: ReceiptWords): string {
  if (contact !== '') return words.tell.replace('{contact}', () => isolated(tidy(contact)))
  return keeper === '' ? words.tellNobody : words.tellKeeper.replace('{keeper}', () => isolated(tidy(keeper)))
}

function howManyDecisions(teller: Teller, { decisions }: Receipt): string {
  const { words } = teller
  if (decisions === 0) return words.numberNone
  return decisions === 1 ? words.numberOne : teller.fill(words.numberSays, { count: String(decisions) })
}

/** @param wanted BCP 47; where there are no words in it, it is in the nearest language and says so */
export function receiptPaper(receipt: Receipt, wanted: string): Paper {
  const words = receiptWordsFor(wanted)
  const teller = new Teller(receipt, words)
  const isNearest = ![words.language, 'und'].includes(new Intl.Locale(wanted).language)
  const { name, at, stories, cards } = receipt
  return {
    language: words.language,
    direction: directionOf(words.language),
    title: words.title,
    blocks: [
      ...(isNearest ? [said(teller.fill(words.nearest, { language: teller.languageName(wanted) }))] : []),
      ...(name.trim() === '' ? [] : [said(teller.fill(words.named, { name: teller.own(name) }))]),
      said(teller.fill(words.asOf, { date: teller.day(at) })),
      ...words.lead.map((sentence) => said(sentence)),
      ...(stories.length === 0 ? [said(words.noStories)] : []),
      said(words.existence[receipt.existence]),
      ...receipt.keysForgotten.map((on) => said(teller.fill(words.keyForgotten, { date: teller.day(on) }))),
      ...stories.flatMap((story) => storyBlocks(teller, story)),
      ...listBlocks(teller, receipt),
      heading(2, words.takeBack),
      { kind: 'list', items: words.takeBackHow },
      said(whomToTell(receipt, words)),
      ...(cards.length === 0 ? [] : [heading(2, words.cards), said(words.cardsSay)]),
      ...cards.flatMap(({ language, version, title, says, whoCouldSee, worstCase }) => [
        heading(
          3,
          teller.fill(words.cardIs, {
            title: teller.own(title),
            language: teller.languageName(language),
            version: String(version),
          }),
        ),
        ...[says, whoCouldSee, worstCase].map((sentence) => said(tidy(sentence), language)),
      ]),
      heading(2, words.number),
      said(howManyDecisions(teller, receipt)),
      { kind: 'number', label: words.numberLabel, number: receipt.number },
    ],
  }
}
