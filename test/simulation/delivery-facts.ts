/** A row of the ledger as the checks read it. Instants are milliseconds. */
export type DeliveryFacts = {
  seq: number;
  id: string;
  key: string;
  personId: string;
  contactId: string;
  kind: string;
  status: string;
  reason: string | null;
  text: string;
  choiceKeys: string[];
  createdAt: number;
  notBefore: number;
  claimedAt: number | undefined;
  settledAt: number | undefined;
  resentAt: number | undefined;
  attempts: number;
  windowId: string | null;
  windowVersion: number | null;
  announcementId: string | null;
};
