import { nextSendingTime } from '../../core/schedule/sending-hours.ts';
import type { ClaimedDelivery } from '../../records/claim-deliveries.ts';
import type { Db } from '../../records/database.ts';
import type { DeliveryContent } from '../../records/deliveries.ts';
import { lookLast, offerToSilent, renewContent } from '../../records/window-last-look.ts';
import { findWindow } from '../../records/windows.ts';
import type { Check } from './check-delivery.ts';
import { renewWindowText } from './window-words.ts';

const HOUR_MS = 3_600_000;
/** As a talk is reckoned in core/schedule/when-to-send.ts. */
const TALK_MS = 2 * HOUR_MS;
const LOOK_AGAIN_MS = 10 * 60_000;
/** So long before the closing nobody is left untold for the sake of a talk. */
const LEAST_TIME_MS = 2 * HOUR_MS;

export type WindowCheck = Check | { kind: 'send'; content: DeliveryContent };

/**
 * The last look at a reminder of an application window: does it still hold, is it still meant, is it the first of its
 * round for this person? Then its time left is told as it is now, and its choices are what a typed number means. While
 * the person is in a talk it waits.
 */
export function createWindowCheck(db: Db) {
  return async (delivery: ClaimedDelivery, now: Date): Promise<WindowCheck> => {
    const { id: deliveryId, windowId, windowVersion, personId, contactId } = delivery;
    if (windowId === null || windowVersion === null) return { kind: 'send' };
    const window = await findWindow(db, windowId);
    if (window === undefined || window.version !== windowVersion) return skip('replaced');
    const look = await lookLast(db, { deliveryId, window });
    if (look === undefined || look.version !== windowVersion) return skip('replaced');
    if (look.isWithdrawn !== (look.which === 'withdrawn')) return skip('replaced');
    if (window.closesAt <= now) return skip('too-late');
    if (look.isTold || look.isOvertaken) return skip('replaced');
    if (!look.isMeant) return skip('not-meant');

    const content = renewed(delivery.content, { locale: look.locale, closesAt: window.closesAt, now });
    const silentSince = new Date(now.getTime() - TALK_MS);
    if (!(await offerToSilent(db, { personId, contactId, content, silentSince, now }))) {
      const until = nextSendingTime(new Date(now.getTime() + LOOK_AGAIN_MS));
      if (window.closesAt.getTime() - until.getTime() > LEAST_TIME_MS) return { kind: 'wait', until };
    }
    if (content.text !== delivery.content.text) await renewContent(db, { deliveryId, content });
    return { kind: 'send', content };
  };
}

function skip(reason: string): Check {
  return { kind: 'skip', reason };
}

function renewed(
  content: DeliveryContent,
  { locale, ...time }: { locale: string; closesAt: Date; now: Date },
): DeliveryContent {
  return { ...content, text: renewWindowText(content.text, { locale: locale === 'en' ? 'en' : 'vi', ...time }) };
}
