import { readFile } from 'node:fs/promises';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { RequestForm } from './request-form.ts';

const TEMPLATE = new URL('./request-form.docx', import.meta.url);

/** The template that comes with the program: it can be changed in Word; what it may name are the fields of `RequestForm`. */
export async function readFormTemplate(): Promise<Uint8Array> {
  return await readFile(TEMPLATE);
}

/** The paper as a Word file (.docx): the template filled in. Throws docxtemplater's errors for a template that is broken. */
export function makeFormDocument(template: Uint8Array, form: RequestForm): Uint8Array {
  const document = new Docxtemplater(new PizZip(template), {
    paragraphLoop: true,
    linebreaks: true,
    // What a person typed may hold signs that no XML can.
    stripInvalidXMLChars: true,
    // A name that a template has and a request has not leaves a blank, never a word like "undefined".
    nullGetter: () => '',
  });
  document.render(form);
  return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
}
