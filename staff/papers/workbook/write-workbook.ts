import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { type OpenSheet, sheetXml } from './sheet-xml.ts';
import { sheetNames, workbookParts } from './workbook-parts.ts';

/** A sheet is opened when its turn comes, after all rows of the one before. */
export type Sheet = { name: string; open: () => OpenSheet };

/**
 * A workbook (.xlsx) as it comes into being: no more of it is held than a few pieces, and rows are asked for only as fast
 * as somebody reads. What goes wrong in the middle ends the stream with its error.
 */
export function writeWorkbook(sheets: readonly Sheet[], { now }: { now: Date }): Readable {
  const zip = new ZipFile();
  const options = { mtime: now };
  const output = zip.outputStream.pipe(new PassThrough());
  zip.on('error', (error: Error) => output.destroy(error));
  for (const { path, xml } of workbookParts(sheetNames(sheets.map(({ name }) => name)))) {
    zip.addBuffer(Buffer.from(xml), path, options);
  }
  for (const [at, { open }] of sheets.entries()) {
    zip.addReadStreamLazy(`xl/worksheets/sheet${at + 1}.xml`, options, (take) => {
      const rows = Readable.from(sheetXml(open(), { isFirst: at === 0 }));
      rows.on('error', (error: Error) => output.destroy(error));
      // Whoever stopped reading needs no further rows.
      output.once('close', () => rows.destroy());
      take(null, rows);
    });
  }
  zip.end();
  return output;
}
