export const mosaic = {
  'refused.says': 'She does not want “{word}” used of her.',
  'refused.stands': 'Here it says “{stands}”.',
  'refused.instead': 'She says: “{instead}”.',
  'refused.put': 'Put “{instead}” there',
  'refused.gate': 'You can go on writing. With this word in it, nothing can leave.',

  'mosaic.title': 'What they could put together',
  'mosaic.looking': 'Looking at what they already have…',
  'mosaic.failed': 'What they already have could not be read',
  'mosaic.none': 'This archive has given nothing of hers to {recipient} before. They may know things from elsewhere.',
  'mosaic.her.none':
    'This archive has given nothing of yours to {recipient} before. They may know things from elsewhere.',
  'mosaic.held':
    '{recipient} already {count, plural, one {has one excerpt of hers} other {has # excerpts of hers}}. This would come beside it.',
  'mosaic.her.held':
    '{recipient} already {count, plural, one {has one excerpt of yours} other {has # excerpts of yours}}. This would come beside it.',
  'mosaic.held.one':
    '“{title}”, given {date}, {passages, plural, one {one passage} other {# passages}}, with the name {name}',
  'mosaic.held.unnamed':
    '“{title}”, given {date}, {passages, plural, one {one passage} other {# passages}}, without a name',
  'mosaic.held.title': 'What they already have',
  'mosaic.names': 'They know her as {known}, from {date}. Here she would be {now}.',
  'mosaic.her.names': 'They know you as {known}, from {date}. Here you would be {now}.',
  'mosaic.names.nameless': 'They know her as {known}, from {date}. Here she has no name.',
  'mosaic.her.names.nameless': 'They know you as {known}, from {date}. Here you have no name.',
  'mosaic.together': 'Together these point to one person only',
  'mosaic.together.says': 'Somebody else in this archive says each of these too. Only she says all of a row.',
  'mosaic.her.together.says': 'Somebody else in this archive says each of these too. Only you say all of a row.',
  'mosaic.they': 'They have',
  'mosaic.adds': 'This would add',
  'mosaic.where.given': 'given {date}',
  'mosaic.where.here': 'in this excerpt',
  'mosaic.where.around': 'in the words around it',
  'mosaic.quoted': '“{words}”',
  'mosaic.alone': 'Nobody else says this here',
  'mosaic.her.alone': 'These alone could point to you',
  'mosaic.her.notYet':
    'Nobody has looked yet at what this tells together with what others say here. Whoever keeps this archive can do that. Then you see it here.',
  'mosaic.her.compared':
    'What it tells together with what others say here was put together on {date}. What you wrote since is not in it.',
  'mosaic.readable': 'Taken out in one, and there in the other',
  'mosaic.readable.here': '“{words}” is taken out here. They can read it in what was given {date}.',
  'mosaic.readable.then': '“{words}” was taken out in what was given {date}. Here they can read it.',
  'mosaic.again': 'The same passage in two ways',
  'mosaic.again.before': 'As they have it, from {date}',
  'mosaic.again.now': 'As they would get it',
  'mosaic.gap': '[taken out]',
  'mosaic.open': 'Open the story',
  'mosaic.open.named': 'Open the story at “{words}”',
  'mosaic.decide': 'She decides what to do about it: take something out, leave a passage out, or let it be.',
  'mosaic.her.decide': 'You decide what to do about it: take something out, leave a passage out, or let it be.',
  'mosaic.more': 'This is what the archive can see. There may be more.',
} as const
