/** What can be wrong with an article or a rate. The console has words for each, with what to do about it. */
const FAULTS = {
  'no-current-source': 'no source that is not superseded; name the document in force, or take the article out',
  'source-ended':
    '"{document}" ended on {day}; name what replaced it and mark this one superseded, or take the article out',
  'superseded-without-end':
    'superseded "{document}" does not say when it ended; add effectiveTo, its last day in force',
  'not-in-force-yet': 'not in force yet; keep it out until then, or correct effectiveFrom',
  'figure-without-basis':
    'figure "{figure}" has no basis; add it under figures with the document that says it, or take it out of the text',
  'figure-not-in-text': 'figure "{figure}" is not in the text; take it out of figures',
  'figure-of-no-source':
    'figure "{figure}" refers to "{source}", which is none of the sources; add that source, or correct the name',
  'document-not-in-sources': '"{number}" is named and is none of the sources; add it to sources, or do not name it',
  'uncertain-without-doubt':
    'an uncertain figure is told without a word of doubt; say "chưa đối chiếu" or "hỏi cán bộ" in the text',
  'no-text': 'no text; write the answer below the second line of dashes',
  'too-many-lines': '{lines} lines, at most {most} (the source is one more); shorten it, or make two articles',
  'line-too-long': 'a line of {letters} letters, at most {most}; shorten it',
  'exclamation-mark': 'an exclamation mark; take it out',
  'no-ask': 'no way of asking; write under asks how people would type it',
  'reviewed-in-future': 'reviewed in the future; correct reviewedOn',
  'unknown-province': 'unknown province {province}; take a code from data/places/province-names.json',
  'id-taken': 'the id is used twice; rename one',
  'title-taken': 'another article has the title "{title}"; change one',
  'ask-twice': '"{ask}" stands twice among its ways of asking; take one out',
  'ask-taken': '"{ask}" is a way of asking for {article} too; leave it with the one that answers it',
  'dates-crossed': 'it would end before it begins; correct the dates',
  'over-already': 'its last day, {day}, is over; correct effectiveTo',
  'personal-number': 'a phone number or another personal number; take it out',
  'rate-article-missing': 'refers to article "{article}", which does not exist; write it, or correct articleId',
  'rate-document-not-told': '"{document}" is none of the sources of article {article}; add it there',
  'rate-figure-not-told': '{figure} is not told by article {article}; tell it there, or correct the rate',
  'rate-over-told-as-current':
    'is over, and article {article} names its document as one in force; mark it superseded there',
  'rate-in-force-told-as-over':
    'is in force, and article {article} names its document as superseded; add effectiveTo, or correct the article',
  'rate-uncertain-without-doubt':
    'is not certain, and article {article} tells it without a word of doubt; say "chưa đối chiếu" there',
  'rate-empty': 'says nothing; give it a percent, a ceilingVnd or a multiplier',
  'rate-place': 'a local rate, and only that, has a province; correct scope, or name the province',
  'rate-overlaps': 'another rate for the same thing is in force at the same time: {rate}; end the older one',
  'rate-old-still-told': 'article {article} would go on telling the rate that this one ends; correct it as well',
  'rate-supersedes-missing': 'there is no rate {rate} to supersede; correct the id',
  'rate-supersedes-undated': 'what supersedes another rate must say from when; add effectiveFrom',
} as const;

export type FaultCode = keyof typeof FAULTS;
export const FAULT_CODES = Object.keys(FAULTS);
export type Fault = { code: FaultCode; values?: Readonly<Record<string, string | number>> };

/** For logs and for those who write what is shipped; people read `console-knowledge:fault.*`. */
export function inEnglish({ code, values = {} }: Fault): string {
  return FAULTS[code].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
