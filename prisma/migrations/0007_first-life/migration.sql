-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "announcementId" UUID,
ADD COLUMN     "windowId" UUID,
ADD COLUMN     "windowVersion" INTEGER;

-- CreateTable
CREATE TABLE "ApplicationWindow" (
    "id" UUID NOT NULL,
    "programme" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "provinceCodes" TEXT[],
    "communeCodes" TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApplicationWindow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WindowRound" (
    "windowId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "which" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WindowRound_pkey" PRIMARY KEY ("windowId","version","which")
);

-- CreateTable
CREATE TABLE "ReminderWish" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "programme" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "stoppedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReminderWish_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonInterest" (
    "personId" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "lastAskedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PersonInterest_pkey" PRIMARY KEY ("personId","topic")
);

-- CreateTable
CREATE TABLE "Announcement" (
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "audience" JSONB NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedById" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),
    "leavesAt" TIMESTAMPTZ(3),
    "plannedThrough" UUID,
    "plannedAt" TIMESTAMPTZ(3),
    "stoppedAt" TIMESTAMPTZ(3),
    "stoppedById" TEXT,

    CONSTRAINT "Announcement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ApplicationWindow_closesAt_idx" ON "ApplicationWindow"("closesAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReminderWish_personId_programme_key" ON "ReminderWish"("personId", "programme");

-- CreateIndex
CREATE INDEX "PersonInterest_topic_idx" ON "PersonInterest"("topic");

-- CreateIndex
CREATE INDEX "Announcement_createdAt_idx" ON "Announcement"("createdAt");

-- CreateIndex
CREATE INDEX "Delivery_announcementId_status_idx" ON "Delivery"("announcementId", "status");

-- CreateIndex
CREATE INDEX "Delivery_windowId_idx" ON "Delivery"("windowId");

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_windowId_fkey" FOREIGN KEY ("windowId") REFERENCES "ApplicationWindow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WindowRound" ADD CONSTRAINT "WindowRound_windowId_fkey" FOREIGN KEY ("windowId") REFERENCES "ApplicationWindow"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderWish" ADD CONSTRAINT "ReminderWish_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonInterest" ADD CONSTRAINT "PersonInterest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
