-- AlterTable
ALTER TABLE "Announcement" ADD COLUMN     "topic" TEXT NOT NULL DEFAULT 'general';

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "followOfferedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "FollowedTopic" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "wanted" BOOLEAN NOT NULL,
    "textVersion" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FollowedTopic_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FollowedTopic_personId_idx" ON "FollowedTopic"("personId");

-- CreateIndex
CREATE INDEX "FollowedTopic_topic_idx" ON "FollowedTopic"("topic");

-- AddForeignKey
ALTER TABLE "FollowedTopic" ADD CONSTRAINT "FollowedTopic_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Of each topic a person's last word alone holds.
CREATE UNIQUE INDEX "FollowedTopic_holds_key" ON "FollowedTopic"("personId", "topic") WHERE "endedAt" IS NULL;
