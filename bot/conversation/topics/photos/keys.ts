const TAG_LENGTH = 4;
const FILE_TAG_LENGTH = 8;

type Of = { applicationId: string; questionId: string; fileId: string };

/** `photos:drop:<dossier>:<question>:<file>`: means the same photo weeks later. Ids are told by their ends. */
export function dropKey(of: Of): string {
  return `photos:drop:${tagsOf(of)}`;
}

/** `photos:back:<dossier>:<question>:<file>:<place>`; the place counts from 0. */
export function backKey({ place, ...of }: Of & { place: number }): string {
  return `photos:back:${tagsOf(of)}:${place}`;
}

export function fileTag(fileId: string): string {
  return fileId.slice(-FILE_TAG_LENGTH);
}

function tagsOf({ applicationId, questionId, fileId }: Of): string {
  return `${applicationId.slice(-TAG_LENGTH)}:${questionId}:${fileTag(fileId)}`;
}
