-- AlterTable
ALTER TABLE "Announcement" ADD COLUMN     "approvalPeople" INTEGER,
ADD COLUMN     "approvedAt" TIMESTAMPTZ(3),
ADD COLUMN     "approvedById" TEXT,
ADD COLUMN     "pausedAt" TIMESTAMPTZ(3),
ADD COLUMN     "pausedById" TEXT,
ADD COLUMN     "wantedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "AnnouncementRules" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "approvalAbove" INTEGER,
    "keptById" TEXT NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AnnouncementRules_pkey" PRIMARY KEY ("id")
);
