-- AlterTable
ALTER TABLE "Announcement" ADD COLUMN     "choices" TEXT[] DEFAULT ARRAY[]::TEXT[];
