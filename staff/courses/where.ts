import { AppError } from '../../core/app-error.ts';
import type { CourseFields } from '../../core/courses/course.ts';
import { getCentre } from '../../records/centre.ts';
import type { StaffDeps } from '../staff-deps.ts';
import type { CourseBody } from './schemas.ts';

/** A course of the centre's own province. Throws `request.invalid` for a commune that is none of it. */
export async function withProvince(
  { db, listCommunes }: Pick<StaffDeps, 'db' | 'listCommunes'>,
  body: CourseBody,
): Promise<CourseFields> {
  const { provinceCode } = await getCentre(db);
  const { communeCode } = body;
  const isKnown =
    communeCode === undefined || (await listCommunes(provinceCode)).some(({ code }) => code === communeCode);
  if (!isKnown) throw new AppError('request.invalid');
  return { ...body, communeCode, provinceCode };
}

/** "Xã Côn Minh"; undefined for a course that is bound to no commune. */
export async function nameCommune(
  { listCommunes }: Pick<StaffDeps, 'listCommunes'>,
  { provinceCode, communeCode }: Pick<CourseFields, 'provinceCode' | 'communeCode'>,
): Promise<string | undefined> {
  if (communeCode === undefined) return undefined;
  return (await listCommunes(provinceCode)).find(({ code }) => code === communeCode)?.name;
}
