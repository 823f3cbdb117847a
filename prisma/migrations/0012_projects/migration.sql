-- CreateTable
CREATE TABLE "SupportProject" (
    "applicationId" UUID NOT NULL,
    "planYear" INTEGER NOT NULL,
    "fund" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "proposedVnd" BIGINT,
    "approvedAt" TIMESTAMPTZ(3),
    "nationalVnd" BIGINT,
    "localVnd" BIGINT,
    "counterpartVnd" BIGINT,
    "decisionNumber" TEXT,
    "decidedOn" TEXT,
    "contractNumber" TEXT,
    "signedOn" TEXT,
    "endsOn" TEXT,
    "begunAt" TIMESTAMPTZ(3),
    "inspectedOn" TEXT,
    "paidNationalVnd" BIGINT,
    "paidLocalVnd" BIGINT,
    "paidCounterpartVnd" BIGINT,
    "settledOn" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "stoppedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SupportProject_pkey" PRIMARY KEY ("applicationId")
);

-- CreateIndex
CREATE INDEX "SupportProject_planYear_idx" ON "SupportProject"("planYear");

-- AddForeignKey
ALTER TABLE "SupportProject" ADD CONSTRAINT "SupportProject_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say: no sum is below nothing, and no more is paid from a fund than was approved from it.
ALTER TABLE "SupportProject" ADD CONSTRAINT "SupportProject_sums_check" CHECK (
    "proposedVnd" >= 0 AND "nationalVnd" >= 0 AND "localVnd" >= 0 AND "counterpartVnd" >= 0
    AND "paidNationalVnd" >= 0 AND "paidLocalVnd" >= 0 AND "paidCounterpartVnd" >= 0
    AND "paidNationalVnd" <= "nationalVnd" AND "paidLocalVnd" <= "localVnd"
);
