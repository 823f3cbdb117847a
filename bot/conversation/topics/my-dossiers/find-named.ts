import { bareName } from '../../../../core/programmes/establishment.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import type { Application } from '../../../../records/applications.ts';

/** How people are called, before their name. */
const TITLE = /^(?:(?:ong|ba|anh|chi|co|chu|bac|cu|em) )+/;
const NAMES = ['establishment', 'owner-name'];
/** Where it stands, asked of one of several: "hộ bà Mai tới đâu rồi". */
const ASKS =
  /^(?:(?:em|a|ad|the|con|cho hoi|hoi|xem) )*(?:phieu |don |ho so )?(?:(?:cua|cho) )?(?:ho|nha|co so|xuong|htx|phieu|don|ho so) (?:(?:cua|cho) )?(.+?)(?: (?:da|duoc|thi|no))* (?:(?:toi|den|di den|ra) dau|sao|the nao|ra sao|nhu nao|den dau|xong)(?: (?:roi|chua|a|em|vay|the|ko|khong|nhi))*$/;
/** "Quay lại hộ bà Mai", "làm tiếp phiếu ông Páo", "bổ sung cho nhà chị Sủi": that one goes on. */
const GOES_ON =
  /^(?:(?:da|vang|thoi|gio|bay gio|cho|toi|em|minh|chau|lai|muon|xin|de) )*(?:quay lai|quay ve|tro lai|lam tiep|khai tiep|tiep tuc|tiep|chuyen sang|chuyen qua|chuyen ve|sang|qua|ve|bo sung|lam not|khai not|mo)(?: (?:tiep|lai|not|lam|khai|ho so|phieu|don|viec|cua|cho))* (?:(?:ho|nha|co so|xuong|htx|phieu|don|ho so) (?:(?:cua|cho) )?)(.+?)(?: (?:di|nhe|a|da|truoc|truoc da|em|nua|tiep))*$/;

/** Whose dossier a question about where it stands names; folded. */
export function readAskedOf(text: string): string | undefined {
  return ASKS.exec(foldPhrase(text))?.[1];
}

/** With whose dossier somebody goes on; folded. */
export function readGoesOnWith(text: string): string | undefined {
  return GOES_ON.exec(foldPhrase(text))?.[1];
}

/** The one dossier whose owner or establishment is called so; undefined when none is, or several are. */
export function findNamedDossier<T extends Application>(dossiers: readonly T[], called: string): T | undefined {
  const typed = called.replace(TITLE, '').trim();
  if (typed === '') return undefined;
  const [only, another] = dossiers.filter(({ answers }) =>
    NAMES.some((id) => {
      const name = answers[id]?.value;
      if (typeof name !== 'string') return false;
      const bare = bareName(name).replace(TITLE, '');
      // People are called by their last name alone.
      return bare === typed || bare.endsWith(` ${typed}`);
    }),
  );
  return another === undefined ? only : undefined;
}
