import { choicesValue } from '../../../../core/forms/values.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { listApplications } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { isJustNow } from './begin.ts';
import { furtherNeeds, sayNeedOption } from './further-need.ts';
import { readNeed } from './said-need.ts';

/** "Không mua máy nữa": the words of what is given up. */
const GIVEN_UP =
  /(?<![\p{L}])(?:kh[ôo]ng|ko|k|kh[ỏo]i)\s+(?:mua|l[àa]m|[đd]i|c[ầa]n|h[ọo]c|[đd][ăa]ng k[ýy]|xin)(?=\s)(?:(?!\s(?:n[ữu]a|m[àa])(?![\p{L}]))[^,.;])*(?:\sn[ữu]a)?/giu;
/** "Không đăng ký nhãn hiệu" may tell how things are; these say that a wish ends. */
const ENDS_WISH = /^(?:(?:a|u|uh|o|ma|nhung|da) )*thoi(?: |$)|(?:^| )(?:nua|khoi)(?: |$)/;

/** What is said without what is given up in it, and the needs that this names. */
export function splitGivenUp(turn: Turn, text: string): { left: string; needs: string[]; endsWish: boolean } {
  // Without "không … nữa" it is the wish that it was.
  const givenUp = (text.match(GIVEN_UP) ?? [])
    .map((words) => words.replace(/^\S+\s+/u, '').replace(/\s+n[ữu]a$/iu, ''))
    .join(', ');
  return {
    left: text.replace(GIVEN_UP, ' '),
    needs: givenUp === '' ? [] : namedNeeds(turn, givenUp),
    endsWish: ENDS_WISH.test(foldPhrase(text)),
  };
}

/** The needs that a wish names, in its order. */
export function namedNeeds(turn: Turn, text: string): string[] {
  const told = readNeed(turn, text)?.answers ?? [];
  return told.flatMap(({ questionId, value }) => {
    if (questionId === 'need') return typeof value === 'string' ? [value] : [];
    return questionId === 'also' ? (choicesValue.safeParse(value).data?.optionIds ?? []) : [];
  });
}

/** "Thôi không làm nhãn hiệu nữa", right after the request was sent that has this as a further need: no request is begun for it. */
export async function hearGivenUpAfterSending(turn: Turn): Promise<Reply | undefined> {
  const { input, tx, person, words } = turn;
  if (input.kind !== 'text') return undefined;
  const { needs, endsWish } = splitGivenUp(turn, input.text);
  if (!endsWish || needs.length === 0) return undefined;
  const sent = (await listApplications(tx, person.id)).find(
    ({ status, submittedAt, personId }) =>
      status === 'submitted' && personId === person.id && isJustNow(turn, submittedAt),
  );
  const dropped = sent && furtherNeeds(sent.answers).filter((each) => needs.includes(each));
  if (sent?.code === undefined || dropped === undefined || dropped.length === 0) return undefined;
  const need = dropped.map((each) => sayNeedOption(turn, each)).join(' · ');
  return {
    paragraphs: [words.t('register:further.dropped', { need, code: sent.code })],
    choices: [
      { key: `my-dossiers:show:${sent.id}`, label: words.t('register:gone.see', { code: sent.code }) },
      { key: 'menu:show', label: words.t('common:backToMenu') },
    ],
  };
}
