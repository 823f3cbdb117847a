-- AlterTable
ALTER TABLE "StoredFile" ADD COLUMN     "measures" JSONB,
ADD COLUMN     "pictureHash" TEXT;
