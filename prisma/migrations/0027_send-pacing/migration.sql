-- When each of the sends that an account may have in one second is free again, and when it last had a reply and anything else.
ALTER TABLE "ChannelAccount" ADD COLUMN "slots" TIMESTAMPTZ(3)[] NOT NULL DEFAULT '{}';
ALTER TABLE "ChannelAccount" ADD COLUMN "repliedAt" TIMESTAMPTZ(3);
ALTER TABLE "ChannelAccount" ADD COLUMN "announcedAt" TIMESTAMPTZ(3);

-- When one chat may have its whole burst again.
ALTER TABLE "Contact" ADD COLUMN "pacedUntil" TIMESTAMPTZ(3);

-- What is due is looked for account by account: a dead one with a hundred thousand waiting must not be read through by the others.
ALTER TABLE "Delivery" ADD COLUMN "channel" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Delivery" ADD COLUMN "account" TEXT NOT NULL DEFAULT '';
UPDATE "Delivery" d SET "channel" = c."channel", "account" = c."account" FROM "Contact" c WHERE c."id" = d."contactId";

-- Written by hand: they follow the contact whoever writes the row, and cannot be forgotten. The engine that runs migrations
-- cuts them at every semicolon, so those of the function are written \x3B.
CREATE FUNCTION "deliveryAccount"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  SELECT c."channel", c."account" INTO NEW."channel", NEW."account" FROM "Contact" c WHERE c."id" = NEW."contactId"\x3B
  RETURN NEW\x3B
END';
CREATE TRIGGER "Delivery_account" BEFORE INSERT OR UPDATE OF "contactId" ON "Delivery"
  FOR EACH ROW EXECUTE FUNCTION "deliveryAccount"();

DROP INDEX "Delivery_due_idx";
CREATE INDEX "Delivery_due_idx" ON "Delivery"("channel", "account", "kind", "notBefore", "seq") WHERE "status" = 'waiting';

-- Few messages are of a window or a course: the others need no place in these indexes.
DROP INDEX "Delivery_windowId_idx";
CREATE INDEX "Delivery_windowId_idx" ON "Delivery"("windowId") WHERE "windowId" IS NOT NULL;
DROP INDEX "Delivery_courseId_idx";
CREATE INDEX "Delivery_courseId_idx" ON "Delivery"("courseId") WHERE "courseId" IS NOT NULL;

-- What did not arrive, for who looks at it today.
CREATE INDEX "Delivery_failed_idx" ON "Delivery"("settledAt") WHERE "status" = 'failed';

-- Nothing leaves to a contact while something is being sent to it, whichever process claims.
UPDATE "Delivery" d SET "status" = 'ambiguous', "reason" = 'interrupted', "settledAt" = d."claimedAt"
WHERE d."status" = 'sending' AND EXISTS (
  SELECT 1 FROM "Delivery" o WHERE o."contactId" = d."contactId" AND o."status" = 'sending' AND o."seq" > d."seq");
CREATE UNIQUE INDEX "Delivery_sending_key" ON "Delivery"("contactId") WHERE "status" = 'sending';
