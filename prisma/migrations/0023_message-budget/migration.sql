-- AlterTable
ALTER TABLE "ChannelAccount" ADD COLUMN     "startedInMonth" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "budgetMonth" TEXT,
ADD COLUMN     "budgetParts" INTEGER;

-- CreateTable
CREATE TABLE "MessageQuota" (
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "limit" INTEGER NOT NULL,
    "reserve" INTEGER,
    "certainty" TEXT NOT NULL,
    "checkedOn" TEXT,
    "checkedById" TEXT,
    "keptById" TEXT,
    "keptAt" TIMESTAMPTZ(3) NOT NULL,
    "refusedSent" INTEGER,
    "refusedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MessageQuota_pkey" PRIMARY KEY ("channel","account")
);

-- Written by hand: what has a place in a quota and has not left.
CREATE INDEX "Delivery_placed_idx" ON "Delivery"("budgetMonth") WHERE "budgetMonth" IS NOT NULL AND "status" IN ('waiting', 'sending');
