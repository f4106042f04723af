// Saying something by voice, and hearing it again.
export const herVoice = {
  'her.sayIt': 'Say it by voice',
  'her.sayIt.says': 'What you say is kept here with your story, as a recording of yours. It goes nowhere else.',
  'her.sayIt.saysSealed': 'What you say is kept only for you, as this passage is. Nobody else can hear it.',
  'her.sayIt.begin': 'Begin to speak',
  'her.sayIt.asking': 'Asking for the microphone…',
  'her.sayIt.listening': 'Listening.',
  'her.sayIt.paused': 'Paused. Nothing is recorded now.',
  'her.sayIt.level.none': 'Waiting for your voice.',
  'her.sayIt.level.quiet': 'Quiet. Come closer, or speak up a little.',
  'her.sayIt.level.good': 'Good to hear.',
  'her.sayIt.level.loud': 'Too loud. Go a little further away.',
  'her.sayIt.stop': 'Stop here',
  'her.sayIt.pause': 'Pause',
  'her.sayIt.goOn': 'Go on',
  'her.sayIt.throwAway': 'Throw it away',
  'her.sayIt.leaving':
    'You are still speaking. Stop here to keep it, or throw it away. What you throw away cannot be brought back.',
  'her.sayIt.finishing': 'Keeping it…',
  'her.sayIt.kept':
    'It is kept ({time}). Listen, and keep it or throw it away. What you throw away cannot be brought back.',
  'her.sayIt.keptSealed':
    'It is kept ({time}), only for you. You can hear it once you have typed your passphrase at the passage. Keep it, or throw it away. What you throw away cannot be brought back.',
  'her.sayIt.again': 'Listen again',
  'her.sayIt.keep': 'Keep it',
  'her.sayIt.noMicrophone': 'No microphone was found. You can write it instead, or plug one in and try again.',
  'her.sayIt.refused': 'This window may not use the microphone. You can write it instead.',
  'her.sayIt.cannotRecord': 'This machine cannot record here. You can write it instead.',
  'her.spoken.forGood': 'If you throw it away, it is destroyed here and cannot be brought back.',
  'her.spoken': 'What you said here',
  'her.spoken.at': 'You said something here on {date} ({time}).',
  'her.spoken.sealed': 'You said something here on {date} ({time}). Only you can hear it.',
  'her.spoken.closed': 'You said something here on {date}. Only you can hear it: type your passphrase at the passage.',
  'her.spoken.lost':
    'You said something here on {date}. It was closed with a passphrase that is gone. Nobody can hear it. You can throw it away.',
  'her.spoken.open': 'Open what you said for others again',
} as const
