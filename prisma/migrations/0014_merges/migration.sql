-- AlterTable
ALTER TABLE "Establishment" ADD COLUMN     "mergedIntoId" UUID;

-- CreateTable
CREATE TABLE "EstablishmentKey" (
    "establishmentId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,

    CONSTRAINT "EstablishmentKey_pkey" PRIMARY KEY ("establishmentId","kind","value")
);

-- CreateTable
CREATE TABLE "EstablishmentMerge" (
    "id" UUID NOT NULL,
    "keptId" UUID NOT NULL,
    "mergedId" UUID NOT NULL,
    "officerId" TEXT NOT NULL,
    "mergedAt" TIMESTAMPTZ(3) NOT NULL,
    "applicationIds" UUID[],
    "invitationIds" UUID[],
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" TEXT,

    CONSTRAINT "EstablishmentMerge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MergedMembership" (
    "id" UUID NOT NULL,
    "mergeId" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "consent" TEXT,
    "consentedById" UUID,
    "consentedAt" TIMESTAMPTZ(3),
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MergedMembership_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EstablishmentKey_kind_value_idx" ON "EstablishmentKey"("kind", "value");

-- CreateIndex
CREATE INDEX "EstablishmentMerge_keptId_mergedAt_idx" ON "EstablishmentMerge"("keptId", "mergedAt");

-- CreateIndex
CREATE INDEX "EstablishmentMerge_mergedId_idx" ON "EstablishmentMerge"("mergedId");

-- CreateIndex
CREATE INDEX "MergedMembership_mergeId_idx" ON "MergedMembership"("mergeId");

-- CreateIndex
CREATE INDEX "MergedMembership_personId_idx" ON "MergedMembership"("personId");

-- CreateIndex
CREATE INDEX "Establishment_updatedAt_id_idx" ON "Establishment"("updatedAt", "id");

-- CreateIndex
CREATE INDEX "Establishment_mergedIntoId_idx" ON "Establishment"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "Establishment" ADD CONSTRAINT "Establishment_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Establishment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EstablishmentKey" ADD CONSTRAINT "EstablishmentKey_establishmentId_fkey" FOREIGN KEY ("establishmentId") REFERENCES "Establishment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EstablishmentMerge" ADD CONSTRAINT "EstablishmentMerge_keptId_fkey" FOREIGN KEY ("keptId") REFERENCES "Establishment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EstablishmentMerge" ADD CONSTRAINT "EstablishmentMerge_mergedId_fkey" FOREIGN KEY ("mergedId") REFERENCES "Establishment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MergedMembership" ADD CONSTRAINT "MergedMembership_mergeId_fkey" FOREIGN KEY ("mergeId") REFERENCES "EstablishmentMerge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MergedMembership" ADD CONSTRAINT "MergedMembership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: establishments of a commune.
CREATE INDEX "EstablishmentAnswer_commune_idx" ON "EstablishmentAnswer"(("value" ->> 'communeCode')) WHERE "questionId" = 'commune';

-- Keys of the establishments that are there, as core/programmes/duplicates.ts makes them.
WITH "told" AS MATERIALIZED (
  SELECT e."id",
    btrim(regexp_replace(translate(regexp_replace(normalize(lower("said"."name"), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'), '[^[:alnum:]]+', ' ', 'g')) AS "name",
    btrim(regexp_replace(translate(regexp_replace(normalize(lower("said"."place"), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'), '[^[:alnum:]]+', ' ', 'g')) AS "place",
    "said"."code", "said"."tax", "said"."phone", "said"."ownerPhone",
    NOT EXISTS (
      SELECT 1 FROM "EstablishmentMember" m WHERE m."establishmentId" = e."id" AND m."role" IN ('owner', 'family')) AS "isHelped"
  FROM "Establishment" e
  CROSS JOIN LATERAL (
    SELECT
      max(v."value" #>> '{}') FILTER (WHERE v."questionId" = 'establishment' AND jsonb_typeof(v."value") = 'string') AS "name",
      max(v."value" ->> 'communeCode') FILTER (WHERE v."questionId" = 'commune') AS "code",
      max(v."value" ->> 'commune') FILTER (WHERE v."questionId" = 'commune') AS "place",
      regexp_replace(max(v."value" #>> '{}') FILTER (WHERE v."questionId" = 'tax-code' AND jsonb_typeof(v."value") = 'string'), '[^0-9-]', '', 'g') AS "tax",
      regexp_replace(max(v."value" #>> '{}') FILTER (WHERE v."questionId" = 'phone' AND jsonb_typeof(v."value") = 'string'), '[^0-9]', '', 'g') AS "phone",
      regexp_replace(max(v."value" #>> '{}') FILTER (WHERE v."questionId" = 'owner-phone' AND jsonb_typeof(v."value") = 'string'), '[^0-9]', '', 'g') AS "ownerPhone"
    FROM "EstablishmentAnswer" v WHERE v."establishmentId" = e."id") "said"
), "bare" AS (
  SELECT t.*, regexp_replace(t."name", '^(?:(?:hop tac xa|htx|to hop tac|tht|ho kinh doanh|hkd|ho|cong ty|cty|tnhh|co phan|cp|mtv|mot thanh vien|doanh nghiep|dntn|dn|tu nhan|co so|xuong) )+', '') AS "bare"
  FROM "told" t
)
INSERT INTO "EstablishmentKey" ("establishmentId", "kind", "value", "weight")
SELECT b."id", 'tax-code', b."tax", CASE WHEN length(b."tax") = 12 THEN 2 ELSE 3 END FROM "bare" b WHERE b."tax" ~ '[0-9]'
UNION ALL
SELECT b."id", 'phone', p."phone", 1
FROM "bare" b CROSS JOIN LATERAL (SELECT b."phone" WHERE NOT b."isHelped" UNION SELECT b."ownerPhone") p("phone") WHERE p."phone" <> ''
UNION ALL
SELECT b."id", 'name', b."bare" || '|' || b."code",
  CASE WHEN b."name" !~ '^(?:hop tac xa|htx|cong ty|cty|doanh nghiep|dntn|dn) '
    AND btrim(replace(' ' || b."bare" || ' ', ' ' || regexp_replace(b."place", '^(?:xa|phuong|thi tran|dac khu) ', '') || ' ', ' '))
      ~ '^(?:(?:co so|xuong|ho|to|hop tac xa|to hop tac|htx|tht|hkd|cong ty|cty|tnhh|doanh nghiep|kinh doanh|gia dinh|tu nhan|san xuat|che bien|gia cong|mua ban|buon ban|ban|lam|dich vu|thuong mai|tong hop|xay dung|thu cong|tieu thu cong nghiep|thu cong my nghe|my nghe|nong san|lam san|thuy san|hai san|dac san|thuc pham|do uong|nong nghiep|lam nghiep|lang nghe|truyen thong|sach|an toan|va|cac loai|so|ocop|bun|bun kho|bun tuoi|mien|mien dong|pho|pho kho|banh|banh pho|banh chung|banh gai|banh cuon|banh trang|banh da|banh keo|my|my gao|dau phu|dau hu|ruou|ruou men la|ruou nep|ruou ngo|men la|che|che bup|che xanh|tra|mat ong|muoi|nuoc mam|mam|tuong|tinh dau|gao|xay xat|lua gao|ngo|khoai|lac|cha|gio cha|nem|nem chua|lap xuong|lap suon|thit|thit hun khoi|thit say|sua|trung|kem|rau qua|hoa qua|hoa qua say|say|say kho|mang|mang kho|nam|moc nhi|duoc lieu|thuoc nam|nuoc|nuoc uong|nuoc tinh khiet|may|may mac|may tre dan|tre nua|tre dan|dan lat|chieu coi|giay|giay dep|det|det may|tho cam|det tho cam|theu|quan ao|go|moc|do go|do moc|do go my nghe|van ep|go boc|xe go|cua sat|co khi|co khi nho|han|ren|lo ren|duc|duc dong|nhom kinh|sua chua|gom|gom su|gach|gach khong nung|ngoi|da xay dung|da my nghe|huong|lam huong|phan bon|thuc an chan nuoi|nhua|bao bi|in an|cat soi|[0-9]+)(?: |$))*$'
  THEN 1 ELSE 2 END
FROM "bare" b WHERE b."bare" <> '' AND b."code" <> '';
