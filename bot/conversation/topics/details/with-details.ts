import { findApplication } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { hasConsent } from '../form/consent.ts';
import { askConsent } from './consent.ts';
import { type FilledDetails, fillDetails } from './fill-details.ts';
import { tellClosed } from './leave.ts';

/** Does something with the details of a dossier of this person, if it can be completed, and if the consent holds. */
export async function withDetails(
  turn: Turn,
  { id, isAll }: { id: string; isAll?: boolean },
  act: (filled: FilledDetails) => Promise<Reply | undefined> | Reply,
): Promise<Reply | undefined> {
  const application = await findApplication(turn.tx, { id, personId: turn.person.id });
  const filled = application && fillDetails(application, { isAll, readerId: turn.person.id });
  if (filled === undefined) return await tellClosed(turn, id);
  if (!hasConsent(turn)) return askConsent(turn, id);
  return await act(filled);
}
