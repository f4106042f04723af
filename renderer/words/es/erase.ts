import type { erase as en } from '../en/erase.ts'

export const erase = {
  'erase.title.passages': '{count, plural, one {Borrar este pasaje} other {Borrar estos # pasajes}}',
  'erase.title.story': 'Borrar esta historia',
  'erase.title.narrator': '{who, select, her {Borrar todo lo suyo} other {Borrar todo lo de ella}}',
  'erase.of': '{title} ({name})',
  'erase.sealed':
    '{who, select, her {Un pasaje que es solo para usted} other {Un pasaje sellado}}, el número {place, number} de {of, number} en la historia',
  'erase.open.passages': '{count, plural, one {Borrar este pasaje…} other {Borrar estos # pasajes…}}',
  'erase.open.story': 'Borrar esta historia…',
  'erase.open.narrator': '{who, select, her {Borrar todo lo mío…} other {Borrar todo lo de ella…}}',
  'erase.heading': 'Borrar para siempre',
  'erase.says':
    'Lo que se borra ya no está en este archivo. Nadie puede recuperarlo. Antes de que pase nada, aquí ve qué se va y qué se queda.',
  'erase.reading': 'Mirando lo que hay',
  'erase.failed': 'No se ha borrado nada',

  'erase.goes': 'Lo que se va',
  'erase.goes.passages':
    '{count, plural, one {# pasaje} other {# pasajes}}{words, plural, =0 {} one {, # palabra} other {, # palabras}}',
  'erase.goes.sealed':
    '{who, select, her {Palabras que solo usted puede leer} other {Palabras selladas, que solo ella puede leer}}: {count, plural, one {# pasaje} other {# pasajes}}',
  'erase.goes.sealedSound':
    '{who, select, her {Sonido que solo usted puede oír} other {Sonido sellado, que solo ella puede oír}}: {count, plural, one {# pasaje} other {# pasajes}}',
  'erase.goes.stories': '{count, plural, one {# historia} other {# historias}} con el título y los encabezados',
  'erase.goes.recordings': '{count, plural, one {# grabación} other {# grabaciones}}, {length}',
  'erase.goes.versions': 'Cómo estaba escrito antes: {count, plural, one {# estado} other {# estados}}',
  'erase.goes.marks': '{count, plural, one {# marca} other {# marcas}}: etiquetas, lo que está quitado, ataduras',
  'erase.goes.suggestions': '{count, plural, one {# propuesta} other {# propuestas}}',
  'erase.goes.about':
    '{count, plural, one {# nota} other {# notas}} que otras personas escribieron sobre {who, select, her {usted} other {ella}}',
  'erase.goes.excerpts':
    '{count, plural, one {# fragmento preparado} other {# fragmentos preparados}}, con lo que otras personas escribieron alrededor',
  'erase.goes.spoken': '{count, plural, one {# respuesta hablada} other {# respuestas habladas}}',
  'erase.goes.readings': '{count, plural, one {# lectura} other {# lecturas}} con otra voz',
  'erase.goes.evidence': '{count, plural, one {# fichero guardado} other {# ficheros guardados}} como prueba',
  'erase.goes.decisions':
    '{count, plural, one {# decisión} other {# decisiones}}. Solo queda que hubo una, y un número que prueba su lugar.',
  'erase.goes.found': 'Lo que guardan de ello la búsqueda, las ondas de sonido y los borradores de una máquina',
  'erase.goes.names':
    '{who, select, her {Sus nombres, las palabras que usted no quiere, su frase de paso y sus recibos} other {Los nombres de ella, las palabras que no quiere, su frase de paso y sus recibos}}',

  'erase.sound': 'El sonido',
  'erase.sound.silence':
    'En la grabación queda silencio en su lugar, durante {length}. También se va una décima de segundo antes y después. Quien hable en ese mismo momento tampoco se oirá.',
  'erase.sound.looking': 'Mirando si se puede poner silencio en la grabación',
  'erase.sound.anew':
    '{count, plural, one {La grabación se escribe} other {# grabaciones se escriben}} de nuevo para esto, como WAV, que ocupa {size, number} MB. Todo el sonido restante queda como se oye ahora. Las notas y las imágenes que lleve dentro el fichero anterior se destruyen con él.',
  'erase.sound.cannot':
    'El sonido de este pasaje no se puede quitar solo: la grabación está dañada o es demasiado larga, o aquí no se puede oír entera, o no se sabe dónde se oye el pasaje.',
  'erase.sound.undecoded':
    'La grabación no se puede oír entera aquí, así que no se puede poner silencio en ella. Elija qué debe pasar con ella.',
  'erase.sound.choose': '¿Qué debe pasar con la grabación?',
  'erase.sound.recording': 'Borrar toda la grabación',
  'erase.sound.recordingSays': 'Se borran {length} de sonido. Las palabras de los otros pasajes se quedan, sin sonido.',
  'erase.sound.stays': 'Dejar la grabación',
  'erase.sound.staysSays': 'Las palabras se van. Lo que se dijo se puede seguir oyendo en la grabación.',
  'erase.sound.missing': 'Elija qué debe pasar con la grabación.',

  'erase.stays': 'Lo que se queda aquí',
  'erase.stays.decisions':
    '{who, select, her {Lo que usted respondió sobre ello} other {Lo que ella respondió sobre ello}} se queda en la lista de decisiones. No contiene ninguna de las palabras.',
  'erase.stays.elsewhere':
    'Los títulos, los encabezados, las notas y los otros pasajes se quedan. Si dicen las mismas palabras, cámbielos o bórrelos también.',
  'erase.stays.others': 'Lo que otras personas cuentan en sus propias historias se queda.',
  'erase.stays.register':
    'Queda escrito que algo se entregó, a quién y cuándo, sin su título y sin notas. Así se puede pedir de vuelta.',
  'erase.stays.stone': 'Queda una nota de que algo se borró este día. No contiene ninguna palabra ni ningún nombre.',
  'erase.stays.disk': 'Un disco o una memoria puede guardar un tiempo lo que se sobrescribió.',

  'erase.outside': 'Lo que está fuera',
  'erase.outside.none': 'No se entregó nada de ello, según lo que aquí está escrito.',
  'erase.outside.copy': '{recipient}, {date}, para {use}',
  'erase.outside.askedBack': 'Se está pidiendo de vuelta.',
  'erase.outside.says': 'Borrar no llega hasta ahí. Después se pueden pedir de vuelta.',
  'erase.outside.home':
    '{who, select, her {Usted se llevó una copia a casa: {dates}.} other {Ella se llevó una copia a casa: {dates}.}}',
  'erase.outside.lists':
    '{count, plural, one {Salió # lista} other {Salieron # listas}} con {who, select, her {su nombre} other {el nombre de ella}}.',

  'erase.backups': 'Copias de seguridad que lo contienen',
  'erase.backups.none': 'Este archivo no conoce ninguna copia de seguridad que lo contenga.',
  'erase.backups.one':
    '{when}, en {root}. {goesAfter, plural, one {Se va cuando se haga allí la próxima copia.} other {Se va cuando se hayan hecho allí # copias más.}}',
  'erase.backups.oneHers':
    '{when}. {goesAfter, plural, one {Se va cuando se haga la próxima copia en el mismo lugar.} other {Se va cuando se hayan hecho # copias más en el mismo lugar.}}',
  'erase.backups.remembered': 'Esta carpeta no está aquí ahora. El archivo la recuerda.',
  'erase.backups.says':
    'Quien abra una de estas copias puede leerlo todavía, hasta que desaparezca. Después, haga una copia nueva en el mismo lugar. Esa avisa a las antiguas, y ninguna lo trae de vuelta aquí.',
  'erase.backups.decoded':
    'Si se recupera una de estas copias, allí se borra la grabación entera: mientras se abre un archivo no se puede poner silencio en ella.',
  'erase.backups.oneWith':
    'Este pasaje fue antes uno solo con otros. Si se trae de vuelta una copia de entonces, allí también se borran los otros con los que estaba unido.',

  'erase.known': '¿Cómo sabe que ella lo quiere?',
  'erase.known.missing': 'Diga cómo sabe que ella lo quiere. Ella ha repasado esta historia, así que es de ella.',
  'erase.key': 'Hace falta su frase de paso, porque nadie más puede hacer esto por usted.',
  'erase.recording': 'Se está grabando a alguien. El borrado espera a que eso termine.',

  'erase.press.passages':
    '{count, plural, one {Borrar este pasaje para siempre} other {Borrar estos # pasajes para siempre}}',
  'erase.press.story': 'Borrar esta historia para siempre',
  'erase.press.narrator':
    '{who, select, her {Borrar todo lo mío para siempre} other {Borrar todo lo de ella para siempre}}',
  'erase.leave': 'Dejarlo como está',
  'erase.part.sound': 'Escribiendo la grabación sin ello',
  'erase.part.words': 'Borrando',
  'erase.part.files': 'Destruyendo ficheros',
  'erase.part.pages': 'Limpiando las páginas donde estaba',
  'erase.mayStop': 'Todavía no se ha borrado nada. Aún se puede parar.',
  'erase.goOn': 'Esto ya no se puede parar. Si el equipo se apaga, se termina cuando se vuelva a abrir el archivo.',
  'erase.stopped': 'Se ha parado',
  'erase.stoppedSays': 'No se ha borrado nada. Todo está como estaba.',

  'erase.done': 'Está borrado',
  'erase.done.toBeCleaned':
    'Todavía no se pudieron limpiar todos los lugares del disco donde estaba. Se hace cuando se abra el archivo la próxima vez.',
  'erase.done.gone': 'Esto ya no está',
  'erase.done.outside': 'Esto sigue fuera',
  'erase.done.backups': 'Estas copias de seguridad todavía lo contienen',
  'erase.done.askBack': 'Pedirlo de vuelta',
  'erase.done.askBackHer': 'Dígale a quien cuida el archivo si quiere que se pidan de vuelta.',
  'erase.done.backUp': 'Hacer una copia de seguridad',
  'erase.done.noBackups': 'Ninguna copia de seguridad que este archivo conozca lo contiene.',
  'erase.done.close': 'Cerrar esta ventana',
  'erase.done.back': '{kind, select, passages {Volver a la historia} other {Seguir}}',
} as const satisfies Record<keyof typeof en, string>
