-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "partsSent" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "ChannelAccount" (
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "pausedUntil" TIMESTAMPTZ(3),
    "pauseReason" TEXT,
    "countedMonth" TEXT,
    "sentInMonth" INTEGER NOT NULL DEFAULT 0,
    "leaseHolder" TEXT,
    "leaseUntil" TIMESTAMPTZ(3),

    CONSTRAINT "ChannelAccount_pkey" PRIMARY KEY ("channel","account")
);

-- CreateTable
CREATE TABLE "HeldUpdate" (
    "seq" SERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "platformMessageId" TEXT NOT NULL,
    "update" JSONB NOT NULL,
    "heldAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HeldUpdate_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "HeldUpdate_channel_account_address_seq_idx" ON "HeldUpdate"("channel", "account", "address", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "HeldUpdate_channel_account_platformMessageId_key" ON "HeldUpdate"("channel", "account", "platformMessageId");
