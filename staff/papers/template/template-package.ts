import PizZip from 'pizzip';

/** Why a file is no template that we would fill in, whatever its text. `name` is what was found. */
export type PackageFault =
  | { kind: 'too-large' | 'old-word' | 'not-word' | 'no-template' | 'macros' }
  | { kind: 'embedded' | 'linked' | 'field'; name: string };

const MOST_BYTES = 2_000_000;
const MOST_UNPACKED_BYTES = 30_000_000;
const MOST_TEXT_BYTES = 4_000_000;

const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** Fields by which a document fetches something from elsewhere or starts something. */
const ACTIVE_FIELD = /\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON|RD)\b/;

/** The unpacked file, and what of it may not be: macros, other files inside, anything fetched from elsewhere. */
export function openTemplate(bytes: Uint8Array): { zip?: PizZip; faults: PackageFault[] } {
  if (bytes.length > MOST_BYTES) return { faults: [{ kind: 'too-large' }] };
  // What Word wrote before 2007, and what is locked by a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { faults: [{ kind: 'old-word' }] };
  const zip = unpack(bytes);
  if (zip === undefined) return { faults: [{ kind: 'not-word' }] };
  if (sizeOf(zip) > MOST_UNPACKED_BYTES || sizeOf(zip, /\.xml$/) > MOST_TEXT_BYTES)
    return { faults: [{ kind: 'too-large' }] };
  const types = zip.file('[Content_Types].xml')?.asText() ?? '';
  if (/macroEnabled|vbaProject/i.test(types) || zip.file(/vbaProject|vbaData/i).length > 0)
    return { faults: [{ kind: 'macros' }] };
  if (types.includes('wordprocessingml.template.main+xml')) return { faults: [{ kind: 'no-template' }] };
  if (!types.includes(DOCUMENT_TYPE) || zip.file('word/document.xml') === null)
    return { faults: [{ kind: 'not-word' }] };
  return { zip, faults: [...embedded(zip), ...linked(zip), ...fields(zip)] };
}

function unpack(bytes: Uint8Array): PizZip | undefined {
  try {
    return new PizZip(bytes);
  } catch {
    return undefined;
  }
}

/** As the file itself says: whoever is signed in is trusted not to lie there. */
function sizeOf(zip: PizZip, of = /./): number {
  return zip
    .file(of)
    .reduce(
      (sum, { _data }: PizZip.ZipObject & { _data?: { uncompressedSize?: number } }) =>
        sum + (_data?.uncompressedSize ?? 0),
      0,
    );
}

function embedded(zip: PizZip): PackageFault[] {
  return zip
    .file(/^word\/(?:embeddings|activeX)\/|afchunk/i)
    .filter(({ dir }) => !dir)
    .map(({ name }) => ({ kind: 'embedded', name: name.split('/').at(-1) ?? name }));
}

/** A link that is clicked is a link; anything else outside would be fetched when the paper is opened. */
function linked(zip: PizZip): PackageFault[] {
  return zip.file(/\.rels$/).flatMap((part) =>
    [...part.asText().matchAll(/<Relationship\b[^>]*>/g)].flatMap(([relation]): PackageFault[] => {
      const isOutside = /TargetMode="External"/.test(relation) && !/Type="[^"]*\/hyperlink"/.test(relation);
      return isOutside ? [{ kind: 'linked', name: /Target="([^"]*)"/.exec(relation)?.[1] ?? '' }] : [];
    }),
  );
}

function fields(zip: PizZip): PackageFault[] {
  const told = zip.file(/^word\/[^/]+\.xml$/).flatMap((part) => {
    const xml = part.asText();
    const simple = [...xml.matchAll(/w:instr="([^"]*)"/g)].map(([, text = '']) => text);
    const complex = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, text = '']) => text).join(' ');
    return [...simple, complex].flatMap((text) => ACTIVE_FIELD.exec(text)?.[1] ?? []);
  });
  return [...new Set(told)].map((name) => ({ kind: 'field', name }));
}
