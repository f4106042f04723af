// The words that the files themselves say, in the languages they are spoken in; English where there are none.
import { primaryLanguage } from '../../../../shared/domain/languages/primary-language.ts'
import type { SpeakerRole } from '../../../../shared/domain/story.ts'

export interface OpenWords {
  /** BCP 47. */
  readonly language: string
  readonly roles: Readonly<Record<SpeakerRole, string>>
  readonly sealed: string
  readonly toldBy: string
  readonly workingTitle: string
  readonly answersFolder: string
  readonly recordingsFolder: string
  readonly recording: string
  readonly answer: string
  readonly story: string
  /** The page. */
  readonly sound: string
  readonly otherFiles: string
  /** The paragraphs of README.txt before the list of files; and after it. */
  readonly readme: readonly string[]
  readonly whatIsWhat: string
  readonly files: Readonly<Record<OpenFileKind, string>>
  readonly keep: readonly string[]
  readonly sealedNote: string
  readonly offRecordNote: string
  readonly missingNote: string
}

export const openFileKinds = ['text', 'page', 'captions', 'json', 'recordings', 'answers', 'manifest'] as const
export type OpenFileKind = (typeof openFileKinds)[number]

const english: OpenWords = {
  language: 'en',
  roles: { narrator: 'Narrator', interviewer: 'Interviewer', other: 'Another person' },
  sealed: 'sealed: only her passphrase opens it',
  toldBy: 'Told by',
  workingTitle: 'working title',
  answersFolder: 'spoken answers',
  recordingsFolder: 'recordings',
  recording: 'recording',
  answer: 'answer',
  story: 'story',
  sound: 'Sound',
  otherFiles: 'Also in this folder',
  readme: [
    'This folder holds your story, or your stories, with everything around them.',
    'Nothing here is locked. Whoever opens this folder can read it and hear it.',
    'You need no program of ours for it. Each story has a folder of its own.',
  ],
  whatIsWhat: 'What each file is',
  files: {
    text: 'your story as plain text, for any program',
    page: 'your story as a page, for any browser; it needs no internet',
    captions: 'the words with their times in the sound, as captions (WebVTT)',
    json: 'everything: words, labels, what you took out, headings, earlier versions, what you decided, what others wrote about you, and what was given to whom. It is for other programs.',
    recordings: 'your recordings, exactly as they were brought in',
    answers: 'what you said instead of writing it',
    manifest: 'a list of all files with their check numbers (SHA-256), which show whether a file was changed',
  },
  keep: [
    'What you took out for others is still here, because this folder is yours.',
    'Think about where it lies. Somebody who finds this stick can read it.',
    'A deleted file can often be brought back. Only breaking the stick is sure.',
  ],
  sealedNote: 'Passages that you sealed are named here without their words, because your passphrase was not open.',
  offRecordNote:
    'What you said off the record is not in this folder. It goes with your own copy, and your passphrase opens it there.',
  missingNote: 'These sounds could not be read and are not here:',
}

const spanish: OpenWords = {
  language: 'es',
  roles: { narrator: 'Narradora', interviewer: 'Quien entrevista', other: 'Otra persona' },
  sealed: 'sellado: solo se abre con la frase de paso de ella',
  toldBy: 'La cuenta',
  workingTitle: 'título provisional',
  answersFolder: 'respuestas habladas',
  recordingsFolder: 'grabaciones',
  recording: 'grabacion',
  answer: 'respuesta',
  story: 'historia',
  sound: 'Sonido',
  otherFiles: 'También en esta carpeta',
  readme: [
    'En esta carpeta está su historia, o sus historias, con todo lo que las acompaña.',
    'Aquí nada está bajo llave. Quien abra esta carpeta puede leerlo y escucharlo.',
    'No necesita ningún programa nuestro. Cada historia tiene su propia carpeta.',
  ],
  whatIsWhat: 'Qué es cada archivo',
  files: {
    text: 'su historia como texto sencillo, para cualquier programa',
    page: 'su historia como página, para cualquier navegador; no necesita internet',
    captions: 'las palabras con sus tiempos en el sonido, como subtítulos (WebVTT)',
    json: 'todo: palabras, etiquetas, lo que usted quitó, encabezados, versiones anteriores, lo que decidió, lo que otros escribieron sobre usted y qué se dio a quién. Es para otros programas.',
    recordings: 'sus grabaciones, tal como se trajeron',
    answers: 'lo que usted dijo en lugar de escribirlo',
    manifest: 'una lista de todos los archivos con sus números de control (SHA-256), que muestran si un archivo cambió',
  },
  keep: [
    'Lo que usted quitó para otras personas sigue aquí, porque esta carpeta es suya.',
    'Piense dónde la deja. Quien encuentre esta memoria puede leerla.',
    'Un archivo borrado a menudo se puede recuperar. Para que desaparezca, hay que romper la memoria.',
  ],
  sealedNote: 'Los pasajes que usted selló se nombran aquí sin sus palabras, porque su frase de paso no estaba en uso.',
  offRecordNote:
    'Lo que usted dijo fuera de grabación no está en esta carpeta. Va con su propia copia, y allí se abre con su frase de paso.',
  missingNote: 'Estos sonidos no se pudieron leer y no están aquí:',
}

const spoken: Readonly<Record<string, OpenWords>> = { en: english, es: spanish }

/** @param language BCP 47 */
export function openWordsFor(language: string): OpenWords {
  return spoken[primaryLanguage(language)] ?? english
}
