import { readFile } from 'node:fs/promises';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import * as z from 'zod';
import { AppError } from '../../../core/app-error.ts';
import type { StaffDeps } from '../../staff-deps.ts';
import type { RequestForm } from './request-form.ts';

const NAME = 'request-form.docx';

/**
 * The centre's own template, or the one that comes with the program. Both can be changed in Word; what a template may name
 * are the fields of `RequestForm` (docs/operations.md).
 */
export async function readFormTemplate({ findTemplate }: Pick<StaffDeps, 'findTemplate'>): Promise<Uint8Array> {
  return (await findTemplate?.(NAME)) ?? (await readFile(new URL(`./${NAME}`, import.meta.url)));
}

/** The paper as a Word file (.docx): the template filled in. Throws `paper.template-faulty`, and logs what is wrong in the template. */
export function makeFormDocument(template: Uint8Array, form: RequestForm, { log }: Pick<StaffDeps, 'log'>): Uint8Array {
  try {
    return fillIn(template, form);
  } catch (cause) {
    log.warn({ faults: faultsOf(cause).join('; ') }, 'a template of a paper cannot be filled in');
    throw new AppError('paper.template-faulty', {}, { cause });
  }
}

const faultSchema = z.object({ properties: z.object({ explanation: z.string() }) });
const faultsSchema = z.object({ properties: z.object({ errors: z.array(faultSchema) }) });

/** As docxtemplater tells them: they name places of the template, nothing of a request. */
function faultsOf(error: unknown): string[] {
  const several = faultsSchema.safeParse(error).data?.properties.errors;
  const one = faultSchema.safeParse(error).data;
  return (several ?? (one === undefined ? [] : [one])).map(({ properties }) => properties.explanation);
}

function fillIn(template: Uint8Array, form: RequestForm): Uint8Array {
  const document = new Docxtemplater(new PizZip(template), {
    paragraphLoop: true,
    linebreaks: true,
    // What a person typed may hold signs that no XML can.
    stripInvalidXMLChars: true,
    // A name that a template has and a request has not leaves a blank, never a word like "undefined".
    nullGetter: () => '',
    errorLogging: false,
  });
  document.render(form);
  return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
}
