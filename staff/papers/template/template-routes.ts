import { Hono } from 'hono';
import * as z from 'zod';
import { AppError } from '../../../core/app-error.ts';
import { type Locale, wordsFor } from '../../../locales/words.ts';
import { findCentre } from '../../../records/centre.ts';
import { keepPaperTemplate } from '../../../records/paper-templates.ts';
import type { StaffEnv } from '../../auth/session.ts';
import { readerLocale } from '../../http/reader-locale.ts';
import { toWebStream } from '../../http/to-web-stream.ts';
import { requestId, validate } from '../../http/validate.ts';
import { writeOnce } from '../../http/write-once.ts';
import type { StaffDeps } from '../../staff-deps.ts';
import { asFile, DOCX, XLSX } from '../as-file.ts';
import { describeTemplates } from './describe-templates.ts';
import { PAPERS, type Paper, readShipped, readTemplate } from './read-template.ts';
import { samplePapers } from './sample-papers.ts';
import { sayFaults } from './say-faults.ts';
import { fieldsOf, fieldsWorkbook } from './template-fields.ts';
import { checkInThread, fillInThread } from './template-thread.ts';

const paperParam = z.object({ paper: z.enum(PAPERS) });
/** 0 is the one that comes with the program. */
const versionQuery = z.object({ version: z.coerce.number().int().min(0).optional() });
/** In base64: somewhat more than a template may have, so that one that is too large is told so in words. */
const file = z.base64().max(4_000_000);
const seen = { requestId, version: z.number().int().min(0) };
const keepBody = z.object({ ...seen, file, fileName: z.string().max(200) });

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));

/** The templates that papers are filled into: ours, or those of the centre, for every officer. */
export const templateRoutes = (deps: StaffDeps) => {
  const sampleOf = async (paper: Paper, locale: Locale): Promise<object> => {
    const centre = (await findCentre(deps.db))?.name ?? '';
    return samplePapers(deps, { centre, locale })[paper];
  };
  return new Hono<StaffEnv>()
    .get('/', async (c) => c.json({ papers: await describeTemplates(deps, readerLocale(c)) }))
    .get('/:paper/file', validate('param', paperParam), validate('query', versionQuery), async (c) => {
      const { paper } = c.req.valid('param');
      const { version } = c.req.valid('query');
      const bytes = version === 0 ? await readShipped(paper) : await readTemplate(deps, paper, version);
      const { t } = wordsFor(readerLocale(c));
      const name = t(`templates:file.${paper}`, { version: version ? `-${version}` : '' });
      return c.body(Uint8Array.from(bytes), 200, asFile(name, DOCX));
    })
    .get('/:paper/fields', validate('param', paperParam), async (c) => {
      const { paper } = c.req.valid('param');
      const words = wordsFor(readerLocale(c));
      const fields = fieldsOf(await sampleOf(paper, readerLocale(c)), paper, words);
      const workbook = fieldsWorkbook(fields, { words, now: deps.clock.now() });
      return c.body(toWebStream(workbook), 200, asFile(words.t('templates:list.fileName', { paper }), XLSX));
    })
    .post('/:paper/check', validate('param', paperParam), validate('json', z.object({ file })), async (c) => {
      const { paper } = c.req.valid('param');
      const sample = await sampleOf(paper, readerLocale(c));
      const faults = await checkInThread(bytesOf(c.req.valid('json').file), sample);
      return c.json({ faults: sayFaults(faults, wordsFor(readerLocale(c))) });
    })
    .post(
      '/:paper/sample',
      validate('param', paperParam),
      validate('json', z.object({ file: file.optional() })),
      async (c) => {
        const { paper } = c.req.valid('param');
        const { file: given } = c.req.valid('json');
        const template = given === undefined ? await readTemplate(deps, paper) : bytesOf(given);
        const sample = await sampleOf(paper, readerLocale(c));
        if ((await checkInThread(template, sample)).length > 0) throw new AppError('paper.template-faulty');
        const name = wordsFor(readerLocale(c)).t(`templates:sampleFile.${paper}`);
        return c.body(await fillInThread(template, sample, deps), 200, asFile(name, DOCX));
      },
    )
    .post('/:paper', validate('param', paperParam), validate('json', keepBody), async (c) => {
      const { paper } = c.req.valid('param');
      const { requestId: id, version, ...given } = c.req.valid('json');
      const bytes = bytesOf(given.file);
      const faults = await checkInThread(bytes, await sampleOf(paper, readerLocale(c)));
      if (faults.length > 0) throw new AppError('paper.template-faulty');
      const kept = { paper, seen: version, officerId: c.get('officer').id };
      const deed = { ...deedOf(kept, id), action: 'template.kept', data: { byteSize: bytes.length } };
      const named = { name: given.fileName, bytes };
      await writeOnce(deps, deed, (tx, now) => keepPaperTemplate(tx, { ...kept, file: named, now }));
      return c.json({});
    })
    .post('/:paper/ours', validate('param', paperParam), validate('json', z.object(seen)), async (c) => {
      const { paper } = c.req.valid('param');
      const { requestId: id, version } = c.req.valid('json');
      const kept = { paper, seen: version, officerId: c.get('officer').id };
      const deed = { ...deedOf(kept, id), action: 'template.ours-again' };
      await writeOnce(deps, deed, (tx, now) => keepPaperTemplate(tx, { ...kept, now }));
      return c.json({});
    });
};

function deedOf({ paper, officerId }: { paper: Paper; officerId: string }, id: string) {
  return { requestId: id, actorId: officerId, subjectKind: 'PaperTemplate', subjectId: paper };
}
