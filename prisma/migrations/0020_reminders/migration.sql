-- AlterTable
ALTER TABLE "ApplicationWindow" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'application',
ADD COLUMN     "noteEn" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "rule" JSONB,
ADD COLUMN     "zone" TEXT NOT NULL DEFAULT 'Asia/Ho_Chi_Minh';

-- AlterTable
ALTER TABLE "ReminderWish" ADD COLUMN     "leads" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "ReminderAgain" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReminderAgain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DossierReminder" (
    "applicationId" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "which" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DossierReminder_pkey" PRIMARY KEY ("applicationId","about","which")
);

-- CreateIndex
CREATE INDEX "ReminderAgain_personId_idx" ON "ReminderAgain"("personId");

-- CreateIndex
CREATE INDEX "ReminderAgain_dueAt_idx" ON "ReminderAgain"("dueAt");

-- AddForeignKey
ALTER TABLE "ReminderAgain" ADD CONSTRAINT "ReminderAgain_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierReminder" ADD CONSTRAINT "DossierReminder_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
