-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "courseId" UUID,
ADD COLUMN     "courseVersion" INTEGER;

-- CreateTable
CREATE TABLE "Course" (
    "id" UUID NOT NULL,
    "programme" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "teaches" TEXT NOT NULL,
    "forWhom" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "provinceCode" TEXT NOT NULL,
    "communeCode" TEXT,
    "places" INTEGER NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "fee" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "reason" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 0,
    "undo" JSONB,
    "undoUntil" TIMESTAMPTZ(3),
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Course_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Course_state_closesAt_idx" ON "Course"("state", "closesAt");

-- CreateIndex
CREATE INDEX "Delivery_courseId_idx" ON "Delivery"("courseId");

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: who chose a course.
CREATE INDEX "ApplicationAnswer_course_idx" ON "ApplicationAnswer"(("value"->>'courseId')) WHERE "questionId" = 'course';
