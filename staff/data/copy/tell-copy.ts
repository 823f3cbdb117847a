import { toOfficeTime } from '../../../core/schedule/sending-hours.ts';
import { type Locale, type Words, wordsFor } from '../../../locales/words.ts';
import type { PersonData } from '../../../records/data-copy.ts';
import { describeAnswers } from '../../requests/describe-answers.ts';

/** A copy of somebody's data to be read by people; the file beside it has every field. */
export function tellCopy(
  data: PersonData,
  { centre, now, locale }: { centre: string; now: Date; locale: Locale },
): string {
  const words = wordsFor(locale);
  const { t } = words;
  const { person } = data;
  const parts: [string, string[]][] = [
    [
      t('data-copy:person'),
      [
        t('data-copy:name', { name: person.displayName ?? t('data-copy:none') }),
        t('data-copy:since', { at: sayAt(person.createdAt) }),
        ...data.channels.map(({ channel, address }) =>
          t('data-copy:channel', { channel: sayChannel(words, channel), address }),
        ),
      ],
    ],
    [t('data-copy:requests'), data.requests.flatMap((request) => tellRequest(request, words, locale))],
    [
      t('data-copy:establishments'),
      data.establishments.map(({ role, joinedAt }) =>
        t('data-copy:member', { role: sayOr(words, `members:role.${role}`, role), at: sayAt(joinedAt) }),
      ),
    ],
    [
      t('data-copy:questions'),
      data.questions.map(({ askedAt, text, answer }) =>
        t('data-copy:question', { at: sayAt(askedAt), text, answer: answer ?? t('data-copy:none') }),
      ),
    ],
    [
      t('data-copy:consents'),
      [
        ...data.consents.map((consent) => ({ ...consent, what: words.word(`data-copy:purpose.${consent.purpose}`) })),
        ...data.follows.map(({ wanted, startedAt, endedAt, ...follow }) => ({
          ...{ ...follow, granted: wanted, at: startedAt, withdrawnAt: endedAt },
          what: t('data-copy:purpose.topic', { topic: words.word(`news:topic.${follow.topic}`) }),
        })),
      ].map(({ at, what, granted, textVersion, channel, withdrawnAt }) =>
        [
          t(granted ? 'data-copy:agreed' : 'data-copy:refused', {
            ...{ at: sayAt(at), textVersion, channel: sayChannel(words, channel), what },
          }),
          ...(withdrawnAt === null ? [] : [t('data-copy:withdrawn', { at: sayAt(withdrawnAt) })]),
        ].join(' '),
      ),
    ],
    [
      t('data-copy:dataRequests'),
      data.dataRequests.map(({ at, kind, text }) =>
        t('data-copy:dataRequest', { at: sayAt(at), what: words.word(`my-data:kind.${kind}`), text }),
      ),
    ],
    [
      t('data-copy:photos'),
      data.photos.map(({ id, createdAt, removedAt }) =>
        removedAt === null
          ? t('data-copy:photo', { at: sayAt(createdAt), id })
          : t('data-copy:photoRemoved', { at: sayAt(createdAt), removed: sayAt(removedAt) }),
      ),
    ],
    [t('data-copy:talk'), tellTalk(data, words)],
  ];
  const body = parts.flatMap(([title, lines]) => [
    '',
    `— ${title} —`,
    ...(lines.length === 0 ? [t('data-copy:nothing')] : lines),
  ]);
  return `${[t('data-copy:title', { centre }), t('data-copy:madeAt', { at: sayAt(now) }), ...body].join('\n')}\n`;
}

function tellRequest(request: PersonData['requests'][number], words: Words, locale: Locale): string[] {
  const { code, programme, createdAt, events } = request;
  const answers = Object.fromEntries(request.answers.map(({ questionId, value, raw }) => [questionId, { value, raw }]));
  return [
    words.t('data-copy:request', { code: code ?? words.t('data-copy:draft'), at: sayAt(createdAt) }),
    ...describeAnswers({ programme, answers }, locale).map(({ label, text, fileIds }) => {
      const photos = fileIds.length === 0 ? '' : words.t('data-copy:photosOf', { count: fileIds.length });
      return `  ${label}: ${[text, photos].filter(Boolean).join(' ')}`;
    }),
    ...events.map(({ at, kind }) => `  ${sayAt(at)}: ${sayOr(words, `console:event.${kind}`, kind)}`),
  ];
}

/** A kind that has no word in some language must not keep anybody from their data. */
function sayOr(words: Words, key: string, otherwise: string): string {
  try {
    return words.word(key);
  } catch {
    return otherwise;
  }
}

function sayChannel(words: Words, channel: string): string {
  return sayOr(words, `console-data:channel.${channel}`, channel);
}

/** Both sides in the order in which it was said. */
function tellTalk({ youSaid, weSaid }: PersonData, { t }: Words): string[] {
  const yours = youSaid
    .filter(({ text, choiceKey, fileIds }) => text !== null || choiceKey !== null || fileIds.length > 0)
    .map(({ receivedAt: at, text, fileIds, choiceKey }) => ({
      at,
      line: t('data-copy:you', {
        at: sayAt(at),
        text: [
          ...(text === null || text === '' ? [] : [text]),
          ...(choiceKey === null ? [] : [t('data-copy:button')]),
          ...(fileIds.length === 0 ? [] : [t('data-copy:photosOf', { count: fileIds.length })]),
        ].join(' '),
      }),
    }));
  const ours = weSaid.flatMap(({ createdAt: at, content, kind }) => {
    const text = textOf(content);
    if (text === '') return [];
    return [{ at, line: t(kind === 'officer' ? 'data-copy:officer' : 'data-copy:assistant', { at: sayAt(at), text }) }];
  });
  return [...yours, ...ours].sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ line }) => line);
}

function textOf(content: unknown): string {
  if (typeof content !== 'object' || content === null || !('text' in content)) return '';
  const text = typeof content.text === 'string' ? content.text : '';
  const picture = 'picture' in content ? content.picture : undefined;
  const shown = typeof picture === 'object' && picture !== null && 'inWords' in picture ? `${picture.inWords} ` : '';
  return `${shown}${text}`;
}

/** "22/11/2026 09:05", office time. */
function sayAt(at: Date): string {
  const { day, month, year, hour, minute } = toOfficeTime(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(day)}/${two(month)}/${year} ${two(hour)}:${two(minute)}`;
}
