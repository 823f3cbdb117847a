-- AlterTable
ALTER TABLE "DataSubjectRequest" ADD COLUMN     "answerBy" TIMESTAMPTZ(3),
ADD COLUMN     "answeredAt" TIMESTAMPTZ(3),
ADD COLUMN     "answeredById" TEXT,
ADD COLUMN     "channel" TEXT,
ADD COLUMN     "clockNotes" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "doBy" TIMESTAMPTZ(3),
ADD COLUMN     "doneById" TEXT,
ADD COLUMN     "extendedAt" TIMESTAMPTZ(3),
ADD COLUMN     "extendedById" TEXT,
ADD COLUMN     "extendedTo" TIMESTAMPTZ(3),
ADD COLUMN     "extensionReason" TEXT,
ADD COLUMN     "facts" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "outcome" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'done',
ADD COLUMN     "text" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "StoredFile" ADD COLUMN     "removedAt" TIMESTAMPTZ(3),
ADD COLUMN     "removedById" TEXT,
ADD COLUMN     "removedWhy" TEXT;

-- CreateTable
CREATE TABLE "DataCopyLink" (
    "tokenHash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DataCopyLink_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "IncidentReport" (
    "id" UUID NOT NULL,
    "isDrill" BOOLEAN NOT NULL,
    "what" TEXT NOT NULL,
    "kinds" TEXT[],
    "channel" TEXT,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "toAt" TIMESTAMPTZ(3) NOT NULL,
    "discoveredAt" TIMESTAMPTZ(3) NOT NULL,
    "reportBy" TIMESTAMPTZ(3) NOT NULL,
    "affectedIds" UUID[],
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "authorityToldAt" TIMESTAMPTZ(3),
    "peopleToldAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "IncidentReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DataCopyLink_personId_idx" ON "DataCopyLink"("personId");

-- CreateIndex
CREATE INDEX "DataCopyLink_expiresAt_idx" ON "DataCopyLink"("expiresAt");

-- CreateIndex
CREATE INDEX "IncidentReport_discoveredAt_idx" ON "IncidentReport"("discoveredAt");

-- CreateIndex
CREATE INDEX "DataSubjectRequest_state_doBy_idx" ON "DataSubjectRequest"("state", "doBy");

-- AddForeignKey
ALTER TABLE "DataCopyLink" ADD CONSTRAINT "DataCopyLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
