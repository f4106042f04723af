// Everything of one story as JSON, in the shape of shared/formats/open-testimony.ts. Nothing in it counts what is others'.
import { openTestimony, type OpenTestimony } from '../../../../shared/formats/open-testimony.ts'
import { wordsOf, type HerStory } from './her-story.ts'

/** @param fileOf the path of a recording or spoken answer (by its media name) from the story's folder; null for none */
export function testimonyJson(hers: HerStory, fileOf: (media: string) => string | null): string {
  const { testimony, narrator, speakers, turns, passages, recordings } = hers.story
  const sealed = new Set(hers.marks.seals.map(({ passage }) => passage))
  const written: OpenTestimony = {
    format: 'firsthand-testimony',
    version: 1,
    id: testimony.id,
    title: testimony.title,
    titleBy: testimony.titleBy,
    language: testimony.language,
    createdAt: testimony.createdAt,
    narrator: {
      name: narrator.name,
      names: { ...narrator.names },
      existence: narrator.existence,
      refusedWords: narrator.refusedWords.map(({ word, instead }) => ({ word, instead })),
    },
    speakers: speakers.map(({ id, name, role }) => ({ id, name, role })),
    turns: turns.map(({ id, speaker }) => ({ id, speaker })),
    passages: passages.map((passage) => ({
      ...passage,
      text: wordsOf(hers, passage),
      wordTimes: [...passage.wordTimes],
      sealed: sealed.has(passage.id),
    })),
    recordings: recordings.map(({ media, isCut: _, ...recording }) => ({ ...recording, file: fileOf(media) })),
    spokenAnswers: hers.spokenAnswers.map(({ media, ...answer }) => ({ ...answer, file: fileOf(media) })),
    labels: hers.marks.labels.map((label) => ({ ...label, ranges: [...label.ranges] })),
    redactions: hers.marks.redactions.map(({ stretches, ...redaction }) => ({
      ...redaction,
      ranges: [...redaction.ranges],
      ...(stretches === undefined ? {} : { stretches: [...stretches] }),
    })),
    ties: hers.marks.ties.map((tie) => ({ ...tie, ranges: [...tie.ranges] })),
    sections: [...hers.sections],
    wordsAbout: [...hers.wordsAbout],
    suggestions: [...hers.suggestions],
    looks: [...hers.looks],
    revisions: [...hers.revisions],
    past: {
      passages: hers.pastPassages.map((past) => ({ ...past, wordTimes: [...past.wordTimes] })),
      orders: hers.pastOrders.map(({ until, turns: order }) => ({
        until,
        turns: order.map((turn) => ({ ...turn, passages: [...turn.passages] })),
      })),
    },
    lineage: [...hers.lineage],
    decisions: hers.decisions.map(({ entry, signature }) => ({
      id: entry.id,
      narrator: entry.narrator,
      certainty: entry.certainty,
      by: entry.by,
      evidence: entry.evidence,
      at: entry.at,
      body: { ...entry.body },
      signature,
    })),
    givenOut: hers.givenOut.map((given) => ({
      id: given.id,
      at: given.at,
      by: given.by,
      title: given.title,
      use: given.use,
      recipient: { name: given.recipient.name, language: given.recipient.language },
      revision: given.revision,
      passages: [...given.passages],
      decisions: [...given.consentEntries],
      files: [...given.files],
    })),
  }
  return `${JSON.stringify(openTestimony.parse(written), null, 2)}\n`
}
