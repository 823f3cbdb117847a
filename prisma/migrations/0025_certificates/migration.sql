-- AlterTable
ALTER TABLE "Announcement" ADD COLUMN     "approvedPeople" INTEGER;

-- AlterTable
ALTER TABLE "EstablishmentMerge" ADD COLUMN     "certificateIds" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "Certificate" (
    "id" UUID NOT NULL,
    "establishmentId" UUID NOT NULL,
    "applicationId" UUID,
    "number" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "validUntil" TEXT NOT NULL,
    "leads" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" TEXT,
    "endedWhy" TEXT,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CertificateRevision" (
    "certificateId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "validUntil" TEXT NOT NULL,
    "leads" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "keptById" TEXT NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CertificateRevision_pkey" PRIMARY KEY ("certificateId","revision")
);

-- CreateTable
CREATE TABLE "CertificateReminder" (
    "certificateId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "which" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CertificateReminder_pkey" PRIMARY KEY ("certificateId","personId","version","which")
);

-- CreateIndex
CREATE INDEX "Certificate_establishmentId_idx" ON "Certificate"("establishmentId");

-- CreateIndex
CREATE INDEX "Certificate_applicationId_idx" ON "Certificate"("applicationId");

-- CreateIndex
CREATE INDEX "Certificate_validUntil_idx" ON "Certificate"("validUntil");

-- CreateIndex
CREATE INDEX "CertificateReminder_personId_idx" ON "CertificateReminder"("personId");

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_establishmentId_fkey" FOREIGN KEY ("establishmentId") REFERENCES "Establishment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateRevision" ADD CONSTRAINT "CertificateRevision_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateReminder" ADD CONSTRAINT "CertificateReminder_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateReminder" ADD CONSTRAINT "CertificateReminder_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
