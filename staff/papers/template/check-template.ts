import Docxtemplater from 'docxtemplater';
import type PizZip from 'pizzip';
import * as z from 'zod';
import { brokenTags, type TagFault } from './broken-tags.ts';
import { READING } from './fill-template.ts';
import { nearestName } from './nearest-name.ts';
import { openTemplate, type PackageFault } from './template-package.ts';
import { isWellFormed } from './well-formed.ts';

/** What is wrong with a template, each with the sign in it that it is about. */
export type TemplateFault =
  | PackageFault
  | TagFault
  /** A name that this paper has not, and the likeliest that was meant. */
  | { kind: 'unknown'; tag: string; near?: string }
  /** Words that a person typed must never be read as the language of Word. */
  | { kind: 'raw'; tag: string }
  | { kind: 'nothing-to-fill' };

/** Everything that keeps a template from being filled in with such a paper. `sample`: the paper with every field filled. */
export function checkTemplate(bytes: Uint8Array, sample: object): TemplateFault[] {
  const { zip, faults } = openTemplate(bytes);
  if (zip === undefined || faults.length > 0) return faults;
  const tags: unknown[] = [];
  const collector = {
    name: 'collect-tags',
    set: ({ inspect }: { inspect?: { postparsed?: unknown[] } }) => void tags.push(...(inspect?.postparsed ?? [])),
  };
  try {
    const document = new Docxtemplater(zip, { ...READING, modules: [collector] });
    const found = findTags(tags);
    if (found.length === 0) return [{ kind: 'nothing-to-fill' }];
    const faulty = once(found.flatMap((tag) => faultsOfTag(tag, [sample])));
    if (faulty.length > 0) return faulty;
    document.render(sample);
    return textParts(document.getZip()).every(isWellFormed) ? [] : [{ kind: 'unfillable', tag: '' }];
  } catch (error) {
    return once(brokenTags(error));
  }
}

/** The texts of a Word file that a template may fill: its body, heads and feet. */
function textParts(zip: PizZip): string[] {
  return zip.file(/^word\/(?:document|header\d*|footer\d*)\.xml$/).map((part) => part.asText());
}

type Tag = { name: string; isLoop: boolean; isRaw: boolean; inside: Tag[] };

const tagSchema = z.object({
  type: z.literal('placeholder'),
  value: z.string(),
  module: z.string().optional(),
  subparsed: z.array(z.unknown()).optional(),
});

function findTags(parts: readonly unknown[]): Tag[] {
  return parts.flatMap((part) => {
    const { data } = tagSchema.safeParse(part);
    if (data === undefined) return [];
    const { value: name, module, subparsed = [] } = data;
    return [{ name, isLoop: module === 'loop', isRaw: module === 'rawxml', inside: findTags(subparsed) }];
  });
}

/** A name is looked for in the part that is repeated, then outside of it, as it will be when the paper is filled in. */
function faultsOfTag({ name: tag, isLoop, isRaw, inside }: Tag, scopes: readonly unknown[]): TemplateFault[] {
  if (isRaw) return [{ kind: 'raw', tag }];
  if (tag === '.') return typeof scopes.at(-1) === 'string' ? [] : [{ kind: 'unknown', tag }];
  const holder = scopes.findLast((scope) => namesOf(scope).includes(tag));
  if (holder === undefined) return [{ kind: 'unknown', tag, near: nearestName(tag, scopes.flatMap(namesOf)) }];
  const within = isLoop ? [...scopes, elementOf(holder, tag)] : scopes;
  return inside.flatMap((each) => faultsOfTag(each, within));
}

function namesOf(scope: unknown): string[] {
  return typeof scope === 'object' && scope !== null ? Object.keys(scope) : [];
}

function elementOf(holder: unknown, name: string): unknown {
  const value = Object.entries(holder ?? {}).find(([key]) => key === name)?.[1];
  return Array.isArray(value) ? value[0] : value;
}

function once<Fault extends object>(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
