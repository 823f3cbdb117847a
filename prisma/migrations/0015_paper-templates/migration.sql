-- CreateTable
CREATE TABLE "PaperTemplate" (
    "id" UUID NOT NULL,
    "paper" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "file" BYTEA,
    "fileName" TEXT NOT NULL DEFAULT '',
    "byteSize" INTEGER NOT NULL DEFAULT 0,
    "keptById" TEXT NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaperTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PaperTemplate_paper_version_key" ON "PaperTemplate"("paper", "version");

