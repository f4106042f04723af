// Llevárselo, y traer de vuelta lo decidido. `who` es `her` donde la ventana le habla a ella, `archivist` en otro lugar.
import type { takeHome as english } from '../en/take-home.ts'

export const takeHome = {
  'takeHome.title': '{who, select, her {Todo lo suyo} other {Que ella se la lleve}}',
  'takeHome.says':
    '{who, select, her {Su historia es suya. Siempre puede tenerla entera, fuera de aquí.} other {La historia es de ella. Siempre puede tenerla entera, fuera de aquí.}}',
  'takeHome.ways': '¿Cómo quiere llevársela?',
  'takeHome.open': 'Como archivos que abre cualquier equipo',
  'takeHome.open.note':
    '{who, select, her {Sus palabras, sus grabaciones y todo lo que se decidió. Nada está bajo llave.} other {Las palabras de ella, sus grabaciones y todo lo que se decidió. Nada está bajo llave.}}',
  'takeHome.copy': 'Como una copia que solo abre su frase de paso',
  'takeHome.copy.note':
    'La abre con este programa. Puede seguir trabajando en ella y traer aquí de vuelta lo que cambie.',
  'takeHome.copy.needsPassphrase': 'Para esto necesita una frase de paso propia. Puede ponerla en «Sobre mí».',
  'takeHome.copy.hers':
    'Una copia que solo abre la frase de paso de ella se hace en su propia sesión. Entréguele la ventana.',
  'takeHome.open.before': 'Antes de hacerlo',
  'takeHome.open.plain': 'Estos archivos están abiertos. Quien encuentre la memoria puede leerlos y oír la voz.',
  'takeHome.open.who': 'Piense quién podría mirarla: en casa, en una frontera, en el trabajo.',
  'takeHome.open.everything':
    '{who, select, her {Lo que usted quitó para otras personas también está, porque los archivos son suyos.} other {Lo que ella quitó para otras personas también está, porque los archivos son de ella.}}',
  'takeHome.open.sealed':
    '{who, select, her {Los pasajes que usted selló solo están mientras su frase de paso está en uso.} other {Los pasajes que ella selló se nombran sin sus palabras. Su propia sesión también los da.}}',
  'takeHome.copy.locked':
    'La copia está cerrada con su frase de paso, y con su propio papel si tiene uno. Sin ellos nadie puede leerla.',
  'takeHome.copy.forget':
    'Si olvida la frase de paso y no tiene papel, nadie puede abrir la copia. Lo que está aquí se queda aquí.',
  'takeHome.copy.seen': 'Quien la encuentre ve que hay un archivo cerrado. No ve de quién es.',
  'takeHome.copy.alone': 'Solo tiene lo que es suyo. Nada de nadie más.',
  'takeHome.written': 'Aquí queda escrito que se llevó una copia, y cuándo. No dice dónde está.',
  'takeHome.name.note': 'Lo mejor es un nombre que no diga nada.',
  'takeHome.name.open': 'mis archivos',
  'takeHome.name.copy': 'mi copia',
  'takeHome.passphrase': 'Su frase de paso',
  'takeHome.passphrase.note': 'La misma abre la copia.',
  'takeHome.press.open': 'Escribir los archivos',
  'takeHome.press.copy': 'Hacer la copia',
  'takeHome.working': 'Escribiendo',
  'takeHome.failed': 'No se escribió nada',
  'takeHome.stopped': 'Se detuvo',
  'takeHome.stopped.says': 'No quedó nada.',
  'takeHome.done.open': 'Los archivos ya están',
  'takeHome.done.copy': 'La copia ya está',
  'takeHome.done.where': 'Están en {folder}.',
  'takeHome.done.whereCopy': 'Está en {folder}.',
  'takeHome.done.readme': 'Empiece por README.txt. Dice qué es cada archivo.',
  'takeHome.done.opens': 'En otro equipo, abra esta carpeta con el programa y escriba su frase de paso.',
  'takeHome.done.missing':
    '{count, plural, one {Una grabación no se pudo leer y no está. Lo demás está entero.} other {# grabaciones no se pudieron leer y no están. Lo demás está entero.}}',
  'takeHome.again': 'Llevársela de otra manera',

  'takeHome.pack.title': 'Traer de vuelta lo que cambió',
  'takeHome.pack.says':
    'Todo lo que usted cambió, marcó, dijo y decidió aquí va en un solo archivo. Déselo a quienes cuidan la colección.',
  'takeHome.pack.locked': 'Solo puede abrirlo la colección de la que salió esta copia. Nadie más.',
  'takeHome.pack.signed': 'Está firmado con su llave, así saben que viene de usted.',
  'takeHome.pack.again': 'Puede hacerlo cuantas veces quiera. El último archivo lo tiene todo.',
  'takeHome.pack.name': 'Nombre del archivo',
  'takeHome.pack.proposed': 'de vuelta',
  'takeHome.pack.press': 'Hacer el archivo',
  'takeHome.pack.working': 'Se está haciendo el archivo…',
  'takeHome.pack.failed': 'No se hizo el archivo',
  'takeHome.pack.done': 'El archivo ya está',
  'takeHome.pack.where': 'Es {file}.',

  'takeHome.back.title': 'Decisiones de una copia',
  'takeHome.back.says':
    'Una narradora que trabajó en su copia le da un archivo que termina en .firsthand-decisions. Elíjalo o suéltelo aquí.',
  'takeHome.back.choose': 'Elegir el archivo',
  'takeHome.back.reading': 'Se está leyendo el archivo…',
  'takeHome.back.failed': 'No se tomó nada de este archivo',
  'takeHome.back.from': 'De {name}, hecho el {date}',
  'takeHome.back.signed': 'Firmado con la llave de ella.',
  'takeHome.back.words':
    '{count, plural, =0 {No cambió ningún pasaje.} one {Cambió un pasaje.} other {Cambiaron # pasajes.}}',
  'takeHome.back.marks':
    '{count, plural, =0 {No cambió ninguna etiqueta, atadura o parte quitada.} one {Cambió una etiqueta, atadura o parte quitada.} other {Cambiaron # etiquetas, ataduras o partes quitadas.}}',
  'takeHome.back.entries':
    '{count, plural, =0 {No respondió nada nuevo.} one {Respondió una cosa nueva.} other {Respondió # cosas nuevas.}}',
  'takeHome.back.spoken': '{count, plural, =0 {No grabó nada.} one {Grabó una respuesta.} other {Grabó # respuestas.}}',
  'takeHome.back.no': 'Cada no de ella vale enseguida. Lo que ella cerró aquí mientras tanto sigue cerrado.',
  'takeHome.back.none': 'Aquí no se cambió nada en el mismo lugar. Puede tomarlo tal como está.',
  'takeHome.back.conflicts':
    '{count, plural, one {Una cosa se cambió también aquí} other {# cosas se cambiaron también aquí}}',
  'takeHome.back.rule': 'Se toma lo de ella. Deje lo que está aquí solo donde ella lo diga.',
  'takeHome.back.kind.words': 'Palabras',
  'takeHome.back.kind.order': 'Orden de los pasajes',
  'takeHome.back.kind.title': 'Título',
  'takeHome.back.kind.label': 'Etiqueta',
  'takeHome.back.kind.redaction': 'Quitado',
  'takeHome.back.kind.tie': 'Atadura',
  'takeHome.back.kind.section': 'Encabezado',
  'takeHome.back.kind.name': 'Nombre',
  'takeHome.back.kind.wordsAbout': 'Palabras sobre ella',
  'takeHome.back.hers': 'De ella',
  'takeHome.back.here': 'Lo que está aquí',
  'takeHome.back.gone': 'Se quita.',
  'takeHome.back.which': '¿Cuál se toma?',
  'takeHome.back.takeHers': 'Tomar lo de ella',
  'takeHome.back.keepHere': 'Dejar lo que está aquí, porque ella lo dice',
  'takeHome.back.tie.together': 'Estos pasajes van juntos',
  'takeHome.back.tie.neverAlone': 'Nunca solo',
  'takeHome.back.tie.neverAsTitle': 'Nunca como título',
  'takeHome.back.on': 'En: {quotes}',
  'takeHome.back.take': 'Tomar sus decisiones',
  'takeHome.back.leave': 'Dejarlo por ahora',
  'takeHome.back.taking': 'Se están tomando sus decisiones…',
  'takeHome.back.changed': 'Mientras tanto aquí cambió algo. Elija el archivo otra vez para ver cómo está ahora.',
  'takeHome.back.done': 'Sus decisiones están tomadas',
  'takeHome.back.doneSays': 'Lo que estaba aquí antes se guarda como una versión anterior.',
  'takeHome.back.toBeCleaned':
    'Los lugares del disco donde estaba lo que ellas sustituyen todavía no se pudieron limpiar todos. Se hace cuando se abra el archivo la próxima vez.',
  'takeHome.back.soundOpen':
    '{count, plural, one {# pasaje sellado todavía se oye aquí en su grabación. Su sonido no sale.} other {# pasajes sellados todavía se oyen aquí en sus grabaciones. Su sonido no sale.}} Solo ella puede cerrarlo: dele a ella la ventana, y que vaya al pasaje.',
  'takeHome.back.soundStillSealed':
    '{count, plural, one {En su copia abrió el sonido de # pasaje.} other {En su copia abrió el sonido de # pasajes.}} Aquí sigue cerrado. Solo ella puede abrirlo: dele a ella la ventana, y que lo abra en el pasaje, con su frase de paso.',
  'takeHome.back.toClose':
    '{count, plural, one {Cerró el sonido de # pasaje. Se cierra también aquí.} other {Cerró el sonido de # pasajes. Se cierra también aquí.}} Para esto se escriben de nuevo grabaciones enteras, y puede tardar un rato.',
  'takeHome.back.closing': 'Cerrando el sonido y tomando sus decisiones',
  'takeHome.back.story': 'Abrir la historia',
  'takeHome.back.another': 'Elegir otro archivo',
  'takeHome.back.silent': 'Sonido de {start} a {end}',
} as const satisfies Record<keyof typeof english, string>
