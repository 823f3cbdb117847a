-- AlterTable
ALTER TABLE "ChannelAccount" ADD COLUMN     "conflictAt" TIMESTAMPTZ(3),
ADD COLUMN     "cutOffAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "movedAt" TIMESTAMPTZ(3);
