// Documents that are small to send and great to read: nested, repeated, without an end of line, with entities of entities.

type Made = readonly [name: string, make: () => string | Buffer]

const mebibyte = 1024 * 1024

const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">${Array.from(
  { length: 20 },
  (_, at) => `<!ENTITY ${String.fromCharCode(99 + at)} "${`&${String.fromCharCode(98 + at)};`.repeat(10)}">`,
).join('')}<!ENTITY out SYSTEM "file:///etc/passwd">]><a>&v;&out;</a>`

const cue = (at: number, words: string): string => {
  const time = `${String(Math.floor(at / 3_600)).padStart(2, '0')}:${String(Math.floor(at / 60) % 60).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
  return `${time}.000 --> ${time}.900\n${words}\n\n`
}

const documents: readonly Made[] = [
  ['bomb.xml', () => bomb],
  ['bomb.txt', () => bomb],
  ['bomb', () => bomb],
  ['nested.xml', () => '<a>'.repeat(300_000)],
  ['nested.html', () => `<!doctype html>${'<div>'.repeat(200_000)}`],
  ['nested.json', () => '['.repeat(2_000_000)],
  ['nested.rtf', () => `{\\rtf1 ${'{'.repeat(1_000_000)}`],
  ['nested.txt', () => '('.repeat(2_000_000)],
  ['line.txt', () => 'word '.repeat(1_500_000)],
  ['line-without-spaces.txt', () => 'x'.repeat(8 * mebibyte)],
  ['chinese.txt', () => '我們賣麵包'.repeat(300_000)],
  ['lines.txt', () => 'a\n'.repeat(2_000_000)],
  ['empty-lines.txt', () => `a${'\n'.repeat(4_000_000)}b`],
  ['turns.txt', () => 'A: b\n\nC: d\n\n'.repeat(150_000)],
  [
    'speakers.txt',
    () => Array.from({ length: 100_000 }, (_, at) => `Name${at.toString(36)}: hello there`).join('\n\n'),
  ],
  ['marks.txt', () => `a${'\u0301'.repeat(2_000_000)}`],
  ['joined.txt', () => '\u{1f468}\u200d'.repeat(300_000)],
  ['turned.txt', () => '\u202e\u2066'.repeat(500_000)],
  ['clocks.txt', () => '[00:00:01]'.repeat(300_000)],
  ['quotes.txt', () => '“‘'.repeat(700_000)],
  ['colons.txt', () => 'a:'.repeat(1_500_000)],
  ['dashes.txt', () => '—-'.repeat(1_000_000)],
  ['front.md', () => `---\n${'key: value\n'.repeat(300_000)}`],
  ['front-deep.md', () => `---\n${Array.from({ length: 3_000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')}\n---\nx`],
  [
    'anchors.md',
    () => `---\na: &a [x,x]\n${Array.from({ length: 26 }, (_, at) => `b${at}: &b${at} [*a,*a,*a]`).join('\n')}\n---\nx`,
  ],
  ['headings.md', () => '#'.repeat(2_000_000)],
  ['stars.md', () => '**a*'.repeat(500_000)],
  ['links.md', () => '[a](b'.repeat(400_000)],
  ['cues.vtt', () => `WEBVTT\n\n${Array.from({ length: 80_000 }, (_, at) => cue(at, 'We sang.')).join('')}`],
  ['tags.vtt', () => `WEBVTT\n\n${cue(1, '<b>'.repeat(500_000))}`],
  ['voices.vtt', () => `WEBVTT\n\n${Array.from({ length: 60_000 }, (_, at) => cue(at, `<v N${at}>x`)).join('')}`],
  ['stamps.vtt', () => `WEBVTT\n\n${cue(1, '<00:00:01.000>a '.repeat(80_000))}`],
  ['lines.vtt', () => `WEBVTT\n\n${cue(1, 'a\n'.repeat(300_000))}`],
  ['timed-lines.vtt', () => `WEBVTT\n\n${cue(1, '<00:00:01.000>a\n'.repeat(80_000))}`],
  ['days.vtt', () => 'WEBVTT\n\n00:00.000 --> 99:59:59.999\nMina: We sang.\n\n30:00:00.000 --> 30:00:01.000\nAgain.\n'],
  ['notes.vtt', () => `WEBVTT\n\n${'NOTE x\n\n'.repeat(300_000)}`],
  ['styles.vtt', () => `WEBVTT\n\nSTYLE\n${'::cue{color:red}\n'.repeat(200_000)}\n\n${cue(1, 'x')}`],
  ['arrows.vtt', () => `WEBVTT\n\n${'-->'.repeat(700_000)}`],
  ['entities.vtt', () => `WEBVTT\n\n${cue(1, '&amp'.repeat(400_000))}`],
  ['numbers.vtt', () => `WEBVTT\n\n${'9'.repeat(1_000_000)}:00.000 --> ${'9'.repeat(1_000_000)}:01.000\nx\n`],
  ['settings.vtt', () => `WEBVTT\n\n00:00.000 --> 00:01.000 ${'line:1% '.repeat(200_000)}\nx\n`],
  [
    'cues.srt',
    () => Array.from({ length: 80_000 }, (_, at) => `${at}\n${cue(at, 'We sang.').replaceAll('.', ',')}`).join(''),
  ],
  ['numbers.srt', () => `${'1'.repeat(2_000_000)}\n00:00:01,000 --> 00:00:02,000\nx\n`],
  ['braces.srt', () => `1\n00:00:01,000 --> 00:00:02,000\n${'{\\an'.repeat(400_000)}\n`],
  ['zeros.txt', () => Buffer.alloc(8 * mebibyte)],
  ['ones.txt', () => Buffer.alloc(8 * mebibyte, 0xff)],
  ['nearly-too-long.txt', () => Buffer.alloc(32 * mebibyte, 'Mina: I sold bread.\n\n')],
  ['too-long.txt', () => Buffer.alloc(33 * mebibyte, 'Mina: I sold bread.\n\n')],
  ['seven.txt', () => '+ADw-script+AD4-'.repeat(100_000)],
  ['overlong.txt', () => Buffer.alloc(2 * mebibyte, Buffer.from([0xc0, 0xaf]))],
  ['surrogates.txt', () => Buffer.alloc(2 * mebibyte, Buffer.from([0xed, 0xa0, 0x80]))],
  ['half.txt', () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(mebibyte, Buffer.from([0x00, 0xd8]))])],
  [
    'wide.txt',
    () => Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.alloc(mebibyte, Buffer.from([0x41, 0, 0, 0]))]),
  ],
  ['deep.firsthand-recall', () => `{"format":"firsthand-recall","spans":${'['.repeat(500_000)}`],
  [
    'long.firsthand-recall',
    () => `{"format":"firsthand-recall","version":2,"spans":[${'{"number":1},'.repeat(200_000)}{}]}`,
  ],
  [
    'proto.firsthand-recall',
    () => '{"format":"firsthand-recall","__proto__":{"version":2},"constructor":{"prototype":{}}}',
  ],
]

export const endlessDocuments = (): readonly Made[] => documents
