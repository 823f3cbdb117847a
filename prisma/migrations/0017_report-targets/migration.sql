-- AlterTable
ALTER TABLE "Establishment" ADD COLUMN     "womanOwned" BOOLEAN;

-- CreateTable
CREATE TABLE "ReportTarget" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB,
    "keptById" TEXT NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportTarget_pkey" PRIMARY KEY ("id","version")
);
