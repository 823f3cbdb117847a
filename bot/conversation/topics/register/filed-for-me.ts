import { foldPhrase } from '../../../../core/text/fold.ts';
import type { Reply, Turn } from '../../topic.ts';
import { listShown } from '../my-dossiers/list-shown.ts';
import { showList } from '../my-dossiers/show.ts';

const ME = '(?:toi|em|minh|bac|co|chu|ba|ong|me|bo|chi|anh|nha (?:toi|em|minh))';
const HELPER =
  '(?:con|chau|con gai|con trai|con dau|con re|chau noi|chau ngoai|vo|chong|em gai|em trai|anh trai|chi gai|nguoi nha|truong (?:thon|ban|xom)|can bo(?: xa| hoi phu nu)?|cong tac vien|hoi phu nu|no)';
/** "Con gái tôi đăng ký cho tôi rồi": it was done, by somebody else and for who speaks. */
const FILED = new RegExp(
  `(?:^| )(?:${HELPER}(?: (?:xa|thon|ban))?|chau \\S+|con \\S+)(?: ${ME})? (?:da )?(?:dang ky|dang ki|dk|khai|lam|lap|gui|dien)(?: phieu| don| ho so| ho| giup| gium| thay| dum)*(?: cho)? ${ME}(?: \\S+){0,3}? (?:roi|xong|hom (?:truoc|qua|no|kia|bua)|hom|bua truoc|tuan truoc|dot truoc)(?: |$)`,
);

/** "Con gái tôi đăng ký cho tôi rồi, tôi muốn xem": what can be seen here is shown; else how the other phone lets this one in. */
export async function hearFiledForMe(turn: Turn): Promise<Reply | undefined> {
  const { input, words } = turn;
  if (input.kind !== 'text' || !FILED.test(foldPhrase(input.text))) return undefined;
  const dossiers = await listShown(turn);
  if (dossiers.length > 0) return await showList(turn, dossiers);
  return {
    paragraphs: [words.t('members:howToJoin')],
    choices: [
      { key: 'officer:start', label: words.t('conversation:menu.officer') },
      { key: 'menu:show', label: words.t('common:backToMenu') },
    ],
  };
}
