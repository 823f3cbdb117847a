-- Written by hand: Prisma cannot say them. Each keeps only the rows still to be done, so that it stays small for ever.

-- A turn: what of this person's journal is not handled yet, in order.
CREATE INDEX "InboundMessage_unhandled_idx" ON "InboundMessage"("personId", "seq") WHERE "handledAt" IS NULL;

-- A send: what of this contact is still to leave, in order.
CREATE INDEX "Delivery_open_idx" ON "Delivery"("contactId", "seq") WHERE "status" IN ('waiting', 'sending');

-- The sweep: what is due.
CREATE INDEX "Delivery_due_idx" ON "Delivery"("notBefore") WHERE "status" = 'waiting';
