// When she is to be asked again, as parts of queries over `testimonies t`, with `:now` (ISO 8601 UTC): a yes that ends on
// a day, a day on which she wanted to be asked, an event that a yes waits for, an answer that has ended. They say so on the shelf; none does anything.

const said = (entry: string, path: string) => `json_extract(${entry}.body, '$.${path}')`

/** How often the register relied on an answer. */
const timesUsed = `(SELECT count(*) FROM disclosures d, json_each(d.details, '$.consentEntries') e
  WHERE d.testimony = g.testimony AND e.value = g.id)`

/** A later answer in its place: about the same, or a withdrawal of the whole, or one that says it again. */
const replaced = `EXISTS (SELECT 1 FROM ledger a WHERE a.testimony = g.testimony AND a.kind = 'consent' AND a.sequence > g.sequence
  AND ${said('a', 'use')} = ${said('g', 'use')}
  AND (${said('a', 'renews')} = g.id
    OR (${said('a', 'scope.kind')} = 'testimony' AND ${said('a', 'answer')} = 'withdrawn')
    OR (${said('a', 'scope.kind')} = ${said('g', 'scope.kind')}
      AND CASE ${said('g', 'scope.kind')} WHEN 'testimony' THEN 1
        WHEN 'section' THEN ${said('a', 'scope.section')} = ${said('g', 'scope.section')}
        ELSE ${said('a', 'scope.passages')} = ${said('g', 'scope.passages')} END)))`

const eventCame = `EXISTS (SELECT 1 FROM ledger c WHERE c.testimony = g.testimony AND c.kind = 'eventCame' AND ${said('c', 'entry')} = g.id)`

/** A yes that still opens something, for all that is known without asking for a passage and a recipient. */
const opens = `${said('g', 'answer')} = 'yes'
  AND (${said('g', 'conditions.until')} IS NULL OR ${said('g', 'conditions.until')} >= :now)
  AND coalesce(${said('g', 'conditions.times')} > ${timesUsed}, 1) AND NOT ${eventCame} AND NOT ${replaced}`

const ofTestimony = "g.testimony = t.id AND g.kind = 'consent'"

/** The next day on which a yes ends; null where none does. */
export const endsAtSql = `(SELECT min(${said('g', 'conditions.until')}) FROM ledger g WHERE ${ofTestimony}
  AND ${said('g', 'conditions.until')} IS NOT NULL AND ${opens})`

/** The first day that has come on which she wanted to be asked, and has not answered since; null where there is none. */
export const reviewDueSql = `(SELECT min(${said('g', 'reviewAt')}) FROM ledger g WHERE ${ofTestimony}
  AND instr(g.body, '"reviewAt"') > 0 AND ${said('g', 'reviewAt')} <= :now AND NOT ${replaced})`

/** What the oldest yes that waits for an event waits for, in her words; null where none does. */
export const waitsForSql = `(SELECT ${said('g', 'conditions.untilEvent')} FROM ledger g WHERE ${ofTestimony}
  AND instr(g.body, '"untilEvent"') > 0 AND ${said('g', 'conditions.untilEvent')} IS NOT NULL AND ${opens}
  ORDER BY g.sequence LIMIT 1)`

const retired = `EXISTS (SELECT 1 FROM uses u WHERE u.name = ${said('g', 'use')} AND u.retired_at IS NOT NULL)`

const isOver = `${said('g', 'conditions.until')} < :now`

/** The oldest answer with an end that has come; nothing has been said in its place. */
const ended = (column: string): string => `(SELECT ${column} FROM ledger g WHERE ${ofTestimony}
  AND (instr(g.body, '"until":"') > 0 OR instr(g.body, '"untilEvent"') > 0 OR instr(g.body, '"times":null') = 0)
  AND ${said('g', 'answer')} IN ('yes', 'askEachTime')
  AND (${isOver} OR ${said('g', 'conditions.times')} <= ${timesUsed} OR ${eventCame})
  AND NOT ${replaced} AND NOT ${retired} ORDER BY g.sequence LIMIT 1)`

/** Why an answer has ended: it is closed, and asks. Null where none has. */
export const endedBecauseSql = ended(
  `CASE WHEN ${isOver} THEN 'expired' WHEN ${eventCame} THEN 'eventCame' ELSE 'usedUp' END`,
)

/** The day on which it ended; null where it was no day that ended it. */
export const endedAtSql = ended(`CASE WHEN ${isOver} THEN ${said('g', 'conditions.until')} END`)
