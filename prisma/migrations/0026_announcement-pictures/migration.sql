-- AlterTable
ALTER TABLE "Announcement" ADD COLUMN     "pictureAlt" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "pictureId" UUID;

-- CreateTable
CREATE TABLE "AnnouncementPicture" (
    "id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AnnouncementPicture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PictureUpload" (
    "pictureId" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,

    CONSTRAINT "PictureUpload_pkey" PRIMARY KEY ("pictureId","channel","account")
);

-- CreateIndex
CREATE UNIQUE INDEX "AnnouncementPicture_secret_key" ON "AnnouncementPicture"("secret");

-- CreateIndex
CREATE INDEX "Announcement_pictureId_idx" ON "Announcement"("pictureId");

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "AnnouncementPicture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PictureUpload" ADD CONSTRAINT "PictureUpload_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "AnnouncementPicture"("id") ON DELETE CASCADE ON UPDATE CASCADE;
