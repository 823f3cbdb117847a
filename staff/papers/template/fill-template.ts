import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import * as z from 'zod';
import { markBlanks } from './mark-blanks.ts';
import { typeset } from './typeset.ts';

/** How a template is read everywhere, so that what was checked is what is filled in. */
export const READING = {
  paragraphLoop: true,
  linebreaks: true,
  // What a person typed may hold signs that no XML can.
  stripInvalidXMLChars: true,
  // A name that a template has and a paper has not leaves a blank, never a word like "undefined".
  nullGetter: () => '',
  errorLogging: false,
} as const;

/** `faults`: what is wrong in the template; they name places of it, nothing of a request. */
export type Filled = { kind: 'filled'; document: Uint8Array } | { kind: 'faulty'; faults: string[] };

/** A paper as a Word file (.docx): the template filled in. */
export function fillTemplate(template: Uint8Array, paper: object): Filled {
  try {
    const document = new Docxtemplater(new PizZip(template), READING);
    document.render(typeset(paper));
    const zip = document.getZip();
    for (const { name } of zip.file(/^word\/(?:document|header\d*|footer\d*)\.xml$/)) {
      zip.file(name, markBlanks(zip.file(name)?.asText() ?? ''));
    }
    return { kind: 'filled', document: zip.generate({ type: 'uint8array', compression: 'DEFLATE' }) };
  } catch (cause) {
    return { kind: 'faulty', faults: faultsOf(cause) };
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
