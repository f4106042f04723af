import type { failures as en } from '../en/failures.ts'

export const failures = {
  'failures.badInput': 'El archivo no pudo leer lo que se le pidió. Mire lo que escribió y pruebe otra vez.',
  'failures.badOutput':
    'El archivo respondió de una forma que esta página no puede leer. Cierre Firsthand y ábralo de nuevo.',
  'failures.unknownCall': 'Esta página y el archivo no son de la misma versión. Cierre Firsthand y ábralo de nuevo.',
  'failures.disconnected':
    'No se puede llegar al archivo. Lo que aparecía como guardado está guardado. Cargue la página de nuevo.',
  'failures.cancelled': 'Se detuvo antes de terminar.',
  'failures.tooManyCalls': 'Se pidió demasiado a la vez. Espere un momento y pruebe otra vez.',
  'failures.broken':
    'Pasó algo que nadie había previsto. Lo que aparecía como guardado está guardado. Pruebe otra vez.',
  'failures.locked': 'El archivo está cerrado. Ábralo con su frase de paso.',
  'failures.wrongPassphrase':
    'Esta frase de paso no abre el archivo. Mire las mayúsculas y los espacios, y escríbala de nuevo.',
  'failures.wrongPaperKey': 'Estas palabras no abren el archivo. Revise cada una de las 24 palabras y su orden.',
  'failures.weakPassphrase':
    'Esta frase de paso es demasiado fácil de adivinar. Tome las seis palabras, o una suya más larga.',
  'failures.keyringMissing':
    'El archivo de llaves no está en la carpeta. Póngalo otra vez desde una copia de la carpeta.',
  'failures.keyringDamaged':
    'El archivo de llaves está dañado, y también la copia anterior. Póngalo otra vez desde una copia de la carpeta.',
  'failures.keyringRefused':
    'El archivo de llaves pide ajustes fuera de los límites. Puede que alguien lo haya cambiado. Use otra copia de la carpeta.',
  'failures.keyringFull': 'Todos los lugares para frases de paso están ocupados. Quite una antes de añadir otra.',
  'failures.passphraseTaken': 'Esta frase de paso ya abre el archivo. Cada archivista necesita una propia: elija otra.',
  'failures.nameTaken': 'Alguien ya firma aquí con este nombre. Elija otro, para que no se confundan.',
  'failures.lastMember': 'Nadie más tiene una frase de paso. La última se queda, o nadie podría abrir el archivo.',
  'failures.wrongShares': 'Estas hojas no abren el archivo. Mire cada una otra vez.',
  'failures.sharesReplaced': 'Estas hojas van juntas, pero ya no abren nada. Otras más nuevas las reemplazaron.',
  'failures.makingNewKey': 'El archivo está recibiendo una llave nueva. Espere hasta que termine.',
  'failures.alreadyOpenElsewhere': 'Este archivo está abierto en otra ventana o programa. Ciérrelo allí primero.',
  'failures.archiveHere': 'Ya hay un archivo en esta carpeta. Ábralo, o elija otra carpeta.',
  'failures.noArchiveHere': 'No hay ningún archivo en esta carpeta. Elija la carpeta que lo contiene.',
  'failures.folderNotEmpty': 'Esta carpeta tiene otras cosas. Elija una carpeta vacía, o haga una nueva.',
  'failures.folderMissing': 'Esta carpeta no está. Mire si su disco está conectado, o elija otra.',
  'failures.notAFolder': 'Eso es un documento, no una carpeta. Elija la carpeta en la que está, u otra.',
  'failures.pathNotWhole':
    'Este no es el camino entero hasta una carpeta. Empiécelo desde lo alto del disco, o elija la carpeta en la lista.',
  'failures.folderReadOnly': 'No se puede escribir en esta carpeta. Elija otra.',
  'failures.folderSynced':
    'Un programa de sincronización copia esta carpeta a otros equipos. Elija una carpeta fuera de ella.',
  'failures.newerVersion': 'Este archivo se hizo con un Firsthand más nuevo. Ábralo con el más nuevo.',
  'failures.notAnArchive': 'Lo que hay en esta carpeta no es un archivo de Firsthand.',
  'failures.linkInside':
    'Algo en esta carpeta es solo un enlace a otro lugar, y abrir el archivo podría dañar lo que hay allí. Quedó cerrado.',
  'failures.pageDamaged':
    'Una parte del archivo está dañada. Copie ahora toda la carpeta en otro lugar, y luego revise el archivo en Ajustes y cuidado.',
  'failures.diskFull': 'El disco está lleno. No se guarda nada nuevo hasta que haga sitio.',
  'failures.diskFailing': 'El disco no lee o no escribe bien. Copie ahora toda la carpeta en otro disco.',
  'failures.settingRefused':
    'El archivo no se pudo abrir con todas sus protecciones, y por eso quedó cerrado. Instale Firsthand de nuevo.',
  'failures.notCleanedYet':
    'Está hecho. Solo que los lugares del disco donde estaba todavía no se pudieron limpiar. Se hace cuando se abra el archivo la próxima vez.',
  'failures.mediaDamaged': 'Esta grabación está dañada. Las otras grabaciones no se ven afectadas.',
  'failures.mediaMissing': 'La grabación no está en la carpeta del archivo. Búsquela en una copia de la carpeta.',
  'failures.sealedSoundDamaged':
    'Un sonido que es solo para usted está dañado y no se puede leer hasta el final. Nada ha cambiado.',
  'failures.fileEmpty': 'Este archivo está vacío.',
  'failures.fileTooLarge': 'Este archivo es demasiado grande. Divídalo y pruebe otra vez.',
  'failures.formatUnknown': 'Firsthand no conoce este tipo de archivo. Lee texto, WebVTT, SRT y sonido.',
  'failures.notText': 'Este archivo dice que es texto, pero es otra cosa.',
  'failures.captionsBroken':
    'Los subtítulos de este archivo no se pueden leer. Mire que empiece con WEBVTT, o guárdelo de nuevo.',
  'failures.soundUnreadable':
    'El sonido de este archivo no se puede leer. Guárdelo como WAV, MP3, M4A, Ogg, FLAC o WebM y pruebe otra vez.',
  'failures.nothingInside': 'En este archivo no hay palabras ni sonido.',
  'failures.notFound': 'Esto ya no está en el archivo. Puede que se haya quitado.',
  'failures.rangeOutside': 'Esas palabras ya no están ahí. Elíjalas de nuevo.',
  'failures.soundTimesMissing':
    'Nadie ha dicho aún dónde están en el sonido las palabras quitadas, y por eso calla para este alcance. Ponga primero sus tiempos.',
  'failures.machineVoiceFailed':
    'La voz de esta máquina no pudo leerlo. Pruebe otra voz o deje que lo lea una persona.',
  'failures.herOwnVoice': 'Esta es la voz de ella. Ella pidió otra voz. Deje que lo lea otra persona.',
  'failures.nothingToUndo': 'No hay nada que deshacer.',
  'failures.nothingToRedo': 'No hay nada que rehacer.',
  'failures.changedMeanwhile': 'Esto cambió en otro lugar mientras tanto. Mírelo de nuevo y luego siga.',
  'failures.folderNameTells':
    'El nombre de la carpeta dice algo que está quitado, un nombre de ella o una palabra que ella no quiere. Elija otro nombre.',
  'failures.replacementTells': 'Lo que se dice en su lugar todavía dice lo que está quitado. Escriba otra cosa.',
  'failures.herVersion':
    'Ella ya ha repasado esta historia, así que las palabras las cambia ella. Proponga el cambio y ella responde.',
  'failures.hersToSign': 'Esto lo firma ella misma. Entréguele la ventana.',
  'failures.keyForgotten':
    'Su frase de paso se quitó sin escribirla. Durante los siete días siguientes, nadie puede decir que sí a lo que sale.',
  'failures.hersToDecide': 'Ella ya repasó esta historia. Esto lo decide ahora ella, en su propia sesión.',
  'failures.sealed': 'Este pasaje está sellado. Solo ella puede abrirlo, con su propia frase de paso.',
  'failures.onlyArchivist': 'Esto solo lo puede hacer una persona del archivo.',
  'failures.onlyNarrator': 'Esto solo lo puede hacer la narradora, en su propia sesión.',
  'failures.noPassphrase': 'Para esto hace falta una frase de paso propia. Elija una primero.',
  'failures.wordsClosed':
    'Las palabras de este pasaje están cerradas, así que nadie puede ver si están bien. Ábralas primero con su frase de paso.',
  'failures.hasPassphrase': 'Ya tiene una frase de paso. Cambie esa.',
  'failures.noPaper': 'No tiene un papel propio, así que ninguna palabra puede abrir lo que es solo para usted.',
  'failures.notHerPaper':
    'Estas son las palabras de otro papel. El suyo puede ser uno más nuevo: el anterior ya no abre nada.',
  'failures.archivesPaper': 'Este es el papel del archivo. Tome el suyo.',
  'failures.paperAtHome': 'Un papel propio se hace en el archivo, y no en esta copia.',
  'failures.notHerFile': 'Este archivo no trae decisiones de una copia para llevar, o está dañado. Elija otro.',
  'failures.signatureWrong':
    'Este archivo no lo firmó la narradora de la que habla, o se cambió después. No se tomó nada de él.',
  'failures.otherArchive': 'Este archivo es para otra colección de historias. Abra esa colección y tráigalo allí.',
  'failures.takenAlready': 'Las decisiones de este archivo ya se tomaron.',
  'failures.cardUnfinished': 'Falta una parte de la tarjeta. Escriba cómo se llama, para qué es y quién podría verlo.',
  'failures.worstCaseMissing':
    'Una tarjeta dice lo peor que podría pasar. Sin eso, su sí valdría menos. Escríbalo tal como es.',
  'failures.notReleasable': 'Esto todavía no puede salir. La lista dice qué falta.',
  'failures.soundNotReady': 'El sonido todavía no está listo. Espere a que se prepare y pruebe otra vez.',
  'failures.checkFailed':
    'La revisión antes de entregar encontró algo que no debe salir, y por eso no se entregó nada. Prepárelo de nuevo.',
  'failures.folderTaken': 'Ya hay una carpeta con este nombre. Elija otro nombre.',
  'failures.givenOutUnnamed':
    'Está anotado, pero su carpeta no pudo tomar su nombre. Lo toma cuando abra el archivo la próxima vez.',
  'failures.calledBack':
    'Quien contó estas palabras las ha retirado, así que no entran aquí. Mire en Entregado, en lo que se ha retirado. Si ella tiene un nuevo deseo, allí se puede quitar de la lista.',
  'failures.herWordMissing': 'Escriba cómo sabe que ella lo quiere.',
  'failures.nothingTakenBack':
    'Aquí no hay nada que retirar: no hay ningún sí, y lo que está fuera está como se pidió.',
  'failures.beforeTakenBack': 'Ese día es anterior a cuando ella lo retiró. Elija uno posterior.',
  'failures.nothingOwed': 'Aquí no hay nada cerrado ahora, así que no hay nada que pedir de vuelta.',
  'failures.wordsTell':
    'Lo que está escrito aquí dice algo que se quitó, un nombre de ella o una palabra que ella no quiere. Escríbalo de otra manera.',
  'failures.transcribingOff': 'Los borradores a máquina están desactivados. Actívelos primero en los ajustes.',
  'failures.alreadyTranscribing':
    'Una máquina ya está escuchando. Solo una grabación a la vez: espere a que termine o cancélela.',
  'failures.draftWaits': 'Hay un borrador de esta grabación que espera. Revíselo primero o tírelo.',
  'failures.saidNoToMachines':
    'Ella no ha aceptado las máquinas. Por eso ninguna máquina escucha esta historia. Puede hablarlo con ella en la conversación de consentimiento.',
  'failures.nothingUnwritten': 'Aquí no hay sonido que nadie haya escrito todavía.',
  'failures.languageUnheard': 'El modelo no ha aprendido esta lengua. Escribiría otra cosa.',
  'failures.modelMissing': 'No hay tal modelo, o no se puede leer. Elija el archivo otra vez.',
  'failures.notAModel':
    'Este archivo no es un modelo whisper, o le falta una parte. Esos archivos suelen llevar ggml en el nombre.',
  'failures.modelTooLarge': 'Este equipo no tiene memoria suficiente para este modelo. Elija uno más pequeño.',
  'failures.transcriberMissing': 'Lo que escribe los borradores no se puede iniciar en este equipo. Nada ha cambiado.',
  'failures.transcriberEnded':
    'Lo que escribe el borrador terminó por sí solo. No se ha guardado nada del borrador. Inténtelo de nuevo o elija otro modelo.',
  'failures.transcriberSlow':
    'El modelo tardó demasiado y se detuvo. No se ha guardado nada del borrador. Elija un modelo más pequeño.',
  'failures.lastPassage': 'Una historia conserva al menos un pasaje. Cambie este en la historia misma.',
  'failures.recallFileBroken':
    'Este archivo de retirada se cambió o está dañado, así que no se tomó nada de él. Pídalo otra vez.',
  'failures.backupInside':
    'Una copia de seguridad de este archivo no puede estar en su propia carpeta. Elija una carpeta en una memoria USB o en otro disco.',
  'failures.backupDamaged':
    'La memoria no devuelve lo que se escribió en ella, así que esta copia no cuenta. Use otra memoria.',
  'failures.noBackupHere':
    'En esta carpeta no se encontró ninguna copia de seguridad. Elija la carpeta en la que se hizo.',
  'failures.changedSinceBackup':
    'Desde que se hizo la copia se guardó algo aquí. Haga otra copia, para que también esté en ella.',
  'failures.notTried': 'Esta copia todavía no se ha probado. Pruébela primero, para saber que se abre.',
  'failures.alreadyRecording': 'Ya hay una grabación en curso. Deténgala primero.',
  'failures.stillRecording': 'Esto todavía se está grabando. Detenga primero la grabación.',
  'failures.staleSound': 'Este sonido no se tomó: ahora graba otra ventana, o se pidió olvidarlo.',
  'failures.recordingNeedsRoom':
    'El disco está casi lleno, y la grabación en curso necesita lo que queda. Libere espacio o espere a que se detenga.',
  'failures.notSignedOff': 'Ella todavía no ha dicho sí a estas palabras exactas.',
} as const satisfies Record<keyof typeof en, string>
