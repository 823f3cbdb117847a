import { listApplications } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { hasEstimate } from '../form/advice.ts';
import { asksOwnSum, tellOwnSum } from '../form/own-sum.ts';

/** "Tôi được bao nhiêu tiền" of who has sent a request that officers have not decided: what that one could get. */
export async function hearSumAfterSending(turn: Turn): Promise<Reply | undefined> {
  const { input, tx, person, words } = turn;
  if (input.kind !== 'text' || !asksOwnSum(input.text)) return undefined;
  const [sent] = (await listApplications(tx, person.id))
    .filter(({ status, personId }) => personId === person.id && (status === 'submitted' || status === 'in-review'))
    .filter((application) => hasEstimate(turn, { application }))
    .toSorted((a, b) => Number(b.submittedAt) - Number(a.submittedAt));
  const told = sent && tellOwnSum(turn, sent, input.text);
  if (sent?.code === undefined || told === undefined) return undefined;
  const [first = '', ...others] = told;
  return {
    paragraphs: [`${words.t('register:sumOfSent', { code: sent.code })} ${first}`, ...others],
    choices: [
      { key: `my-dossiers:show:${sent.id}`, label: words.t('register:gone.see', { code: sent.code }) },
      { key: 'officer:start', label: words.t('conversation:menu.officer') },
      { key: 'menu:show', label: words.t('common:backToMenu') },
    ],
  };
}
