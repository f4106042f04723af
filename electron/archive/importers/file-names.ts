// What a file's name says: its bare title, and the letters that its sound and its transcript share.

export function titleFromFileName(fileName: string): string {
  const base = fileName.split(/[/\\]/).pop() ?? ''
  return (base.replace(/\.[\p{L}\p{N}]{1,8}$/u, '') || base).replace(/_+/g, ' ').replace(/\s+/g, ' ').trim()
}

const roleWords =
  `transcript transcripts transcription transcriptions transcripción transcripcion transcrição transcricao
 transkript trascrizione audio sound recording grabación grabacion captions caption subtitles subtitle subs subtítulos
 untertitel text texto final edited copy copia master 文字稿 字幕 录音 錄音 نص تسجيل`.split(/\s+/)
const roleSuffix = new RegExp(String.raw`(?:^|(?<=.)[ ])(?:${roleWords.join('|')})$`, 'u')

/** The same key for a sound and its transcript: no extension, case, separators, language tag, copy number or role word. */
export function sharedNameKey(fileName: string): string {
  const base = fileName.split(/[/\\]/).pop() ?? ''
  let key = base
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
    .normalize('NFC')
    .toLowerCase()
  key = key.replace(/\.(?:wav|mp3|m4a|ogg|opus|flac|webm|mp4)$/u, '').replace(/\.[a-z]{2,3}(?:[-_][a-z]{2,4})?$/u, '')
  key = key.replace(/[\s_.\-–—+]+/gu, ' ').trim()
  for (let shorter = key; ; key = shorter) {
    shorter = key
      .replace(/ ?\(\d{1,3}\)$/, '')
      .replace(/ ?[[(](?:[a-z]{2,3}|[^\])]{0,20}transcript[^\])]{0,10})[\])]$/u, '')
      .replace(roleSuffix, '')
      .trim()
    if (shorter === key || shorter === '') return key
  }
}
