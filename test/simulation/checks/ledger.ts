import type { Evidence } from '../evidence.ts';
import type { Breach } from './breach.ts';
import { nameOf, sentOf, showDelivery } from './facts.ts';

const LEDGER = 'A send ends in a named outcome, and the ledger says what became of each message';
const SUM = 'Targeted = sent + failed + skipped + ambiguous + waiting, always';

/** The ledger and the platforms tell the same. */
export function checkLedger(evidence: Evidence): Breach[] {
  const { deliveries, ledgers } = evidence;
  const breaches: Breach[] = [];
  const came = new Set(sentOf(evidence).map(({ delivery }) => delivery.id));
  for (const delivery of deliveries) {
    const { status, id } = delivery;
    // A text in parts may have come in part.
    const isWrong =
      status === 'sent'
        ? !came.has(id)
        : (status === 'skipped' || status === 'failed') && came.has(id) && delivery.attempts < 2;
    if (!isWrong) continue;
    breaches.push({ promise: LEDGER, person: nameOf(evidence, delivery.personId), rows: [showDelivery(delivery)] });
  }
  for (const { id, ledger } of ledgers) {
    const { targeted, sent, failed, skipped, ambiguous, waiting } = ledger;
    const own = deliveries.filter(({ announcementId }) => announcementId === id);
    const sentRows = own.filter((row) => row.status === 'sent' && came.has(row.id));
    if (
      targeted === own.length &&
      targeted === sent + failed + skipped + ambiguous + waiting &&
      sent === sentRows.length
    )
      continue;
    breaches.push({ promise: SUM, rows: [ledger, ...own.map(showDelivery)] });
  }
  return breaches;
}
