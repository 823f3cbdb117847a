-- AlterTable
ALTER TABLE "SupportProject" ADD COLUMN     "advancedLocalVnd" BIGINT,
ADD COLUMN     "advancedNationalVnd" BIGINT,
ADD COLUMN     "advancedOn" TEXT;

-- CreateTable
CREATE TABLE "EstablishmentsNotSame" (
    "id" UUID NOT NULL,
    "oneId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "alike" TEXT NOT NULL,
    "officerId" TEXT NOT NULL,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" TEXT,

    CONSTRAINT "EstablishmentsNotSame_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EstablishmentsNotSame_oneId_otherId_idx" ON "EstablishmentsNotSame"("oneId", "otherId");

-- CreateIndex
CREATE INDEX "EstablishmentsNotSame_otherId_idx" ON "EstablishmentsNotSame"("otherId");

-- AddForeignKey
ALTER TABLE "EstablishmentsNotSame" ADD CONSTRAINT "EstablishmentsNotSame_oneId_fkey" FOREIGN KEY ("oneId") REFERENCES "Establishment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EstablishmentsNotSame" ADD CONSTRAINT "EstablishmentsNotSame_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Establishment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say: nobody has less than no advance, and a settlement pays at least what was advanced. Two stand in one order.
ALTER TABLE "SupportProject" ADD CONSTRAINT "SupportProject_advances_check" CHECK (
    "advancedNationalVnd" >= 0 AND "advancedLocalVnd" >= 0
    AND "paidNationalVnd" >= COALESCE("advancedNationalVnd", 0) AND "paidLocalVnd" >= COALESCE("advancedLocalVnd", 0)
);
ALTER TABLE "EstablishmentsNotSame" ADD CONSTRAINT "EstablishmentsNotSame_order_check" CHECK ("oneId" < "otherId");
