/** What can be wrong with an article or a rate. The console has words for each, with what to do about it. */
const FAULTS = {
  'no-current-source': 'no source that is not superseded',
  'source-ended': '"{document}" ended on {day}',
  'superseded-without-end': 'superseded "{document}" does not say when it ended',
  'not-in-force-yet': 'not in force yet',
  'figure-without-basis': 'figure "{figure}" has no basis',
  'figure-not-in-text': 'figure "{figure}" is not in the text',
  'figure-of-no-source': 'figure "{figure}" refers to "{source}", which is none of the sources',
  'document-not-in-sources': '"{number}" is named and is none of the sources',
  'uncertain-without-doubt': 'an uncertain figure is told without a word of doubt',
  'no-text': 'no text',
  'too-many-lines': '{lines} lines, at most {most}',
  'line-too-long': 'a line of {letters} letters',
  'exclamation-mark': 'an exclamation mark',
  'no-ask': 'no way of asking',
  'reviewed-in-future': 'reviewed in the future',
  'unknown-province': 'unknown province {province}',
  'title-taken': 'another article has the title "{title}"',
  'dates-crossed': 'it would end before it begins',
  'rate-article-missing': 'refers to article "{article}", which does not exist',
  'rate-document-not-told': '"{document}" is none of the sources of {article}',
  'rate-figure-not-told': '{figure} is not told by {article}',
  'rate-empty': 'says nothing',
  'rate-place': 'a local rate, and only that, has a province',
  'rate-overlaps': 'another rate for the same thing is in force at the same time: {rate}',
  'rate-supersedes-missing': 'there is no rate {rate} to supersede',
  'rate-supersedes-undated': 'what supersedes another rate must say from when',
} as const;

export type FaultCode = keyof typeof FAULTS;
export const FAULT_CODES = Object.keys(FAULTS);
export type Fault = { code: FaultCode; values?: Readonly<Record<string, string | number>> };

/** For logs and for those who write what is shipped; people read `console-knowledge:fault.*`. */
export function inEnglish({ code, values = {} }: Fault): string {
  return FAULTS[code].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
