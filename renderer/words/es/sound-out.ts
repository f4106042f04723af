// Cómo va el sonido de un extracto y a quién se oye en él.
import type { soundOut as english } from '../en/sound-out.ts'

export const soundOut = {
  'soundOut.format': 'Tipo de archivo de sonido',
  'soundOut.format.wav': 'WAV: suena en todas partes, archivos grandes',
  'soundOut.format.flac': 'FLAC: el mismo sonido, la mitad de tamaño',
  'soundOut.format.opus': 'Opus: archivos pequeños, voz clara',
  'soundOut.files': 'Cuántos archivos',
  'soundOut.files.one': 'Un archivo con todos los pasajes',
  'soundOut.files.each': 'Un archivo para cada pasaje',
  'soundOut.even': 'Igualar las partes bajas y las fuertes',
  'soundOut.even.hint':
    'Cada parte entre dos silencios recibe un solo volumen propio. Lo que está quitado no cuenta para ello.',
  'soundOut.checked':
    'Cada archivo se abre de nuevo y se compara antes de valer. MP3 y M4A no se ofrecen: aquí nada podría comprobarlos.',
  'soundOut.writing': 'Escribiendo los archivos de sonido y abriéndolos otra vez para comparar',
  'soundOut.gaps':
    'Donde hay algo entre dos pasajes, un archivo único tiene medio segundo de silencio. Los subtítulos dicen por qué.',

  'reading.title': 'Lo lee otra persona',
  'reading.says': 'Su respuesta pide otra voz aquí. Otra persona lee estos pasajes, o una voz que hace esta máquina.',
  'reading.pitch': 'No se ofrece su propia voz más aguda o más grave. Se puede deshacer, así que no la protegería.',
  'reading.none': 'Nadie ha leído esto todavía.',
  'reading.waits': 'Ya está leído. Escúchelo y diga después si se puede usar.',
  'reading.changed': 'Las palabras han cambiado desde que se leyó. Hay que leerlo de nuevo.',
  'reading.used.person': 'Leído por otra persona ({time}). Se usa.',
  'reading.used.personNamed': 'Leído por {reader} ({time}). Se usa.',
  'reading.used.machine': 'Leído por una voz de esta máquina ({time}). Se usa.',
  'reading.open': 'Hacer que se lea',
  'reading.openNamed': 'Hacer que se lea: pasaje {number}',
  'reading.look': 'Escucharlo',
  'reading.lookNamed': 'Escucharlo: pasaje {number}',
  'reading.passage': 'Pasaje {number}',
  'reading.toRead': 'Se leen estas palabras. Lo que está quitado no está en ellas.',
  'reading.reader': 'Quién lee',
  'reading.reader.note': 'Puede quedar vacío. El nombre se queda en el archivo y no sale.',
  'reading.record': 'Grabarlo aquí',
  'reading.record.says':
    'La lectura se guarda en el archivo como una grabación aparte. La grabación de ella queda como está.',
  'reading.kept': 'Está guardado ({time}).',
  'reading.file': 'Traer un archivo de sonido',
  'reading.file.busy': 'Trayendo el archivo…',
  'reading.file.kept': 'El archivo está traído.',
  'reading.machine': 'Una voz de esta máquina',
  'reading.machine.voice': 'Voz',
  'reading.machine.says':
    'La voz se hace en esta máquina, sin la red. Se queda en la memoria hasta que se guarda aquí.',
  'reading.machine.none':
    'No se encontró ninguna voz en esta máquina. Donde eSpeak NG está instalado, sus voces se ofrecen aquí.',
  'reading.machine.noneForLanguage': 'Ninguna voz de esta máquina habla {language}.',
  'reading.machine.read': 'Dejar que lo lea',
  'reading.machine.reading': 'Se está leyendo…',
  'reading.machine.done': 'Ya está leído.',
  'reading.heard': 'La lectura',
  'reading.listenFirst': 'Escúchela primero hasta el final.',
  'reading.use': 'Usar esta lectura',
  'reading.isUsed': 'Esta lectura se usa.',
  'reading.drop': 'Tirarla',
  'reading.dropped': 'La lectura se tiró.',
  'reading.drop.note': 'Lo que se tira no se puede recuperar.',
  'reading.failed': 'La lectura no se guardó',
} as const satisfies Record<keyof typeof english, string>
