-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "joinedIntoId" UUID;
