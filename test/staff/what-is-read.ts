/**
 * What each route that an officer reads writes down, or why it writes nothing. A route that is in neither fails
 * `who-may.test.ts`, and so does one that hands over a file without being told of here.
 */
export const WRITES_DOWN: Record<string, string> = {
  'GET /requests/:id': 'request.read',
  'GET /projects/:id': 'project.read',
  'GET /papers/requests': 'requests.exported',
  'GET /papers/requests/:id': 'request.printed',
  'GET /papers/requests/:id/document': 'request.exported',
  'GET /papers/requests/:id/summary': 'request.summarized',
  'GET /papers/requests/:id/outline': 'request.outlined',
  'GET /questions/:id': 'question.read',
  'GET /establishments/:id': 'establishment.read',
  'GET /people/:id': 'person.read',
  'GET /people/:id/data': 'person.read',
  'GET /people/:id/conversation': 'person.read',
  'GET /files/:id': 'photo.read',
  'GET /data/:id': 'data-request.read',
  'GET /data/:id/copy': 'person.copied',
  'GET /incidents/:id': 'incident.read',
  'GET /budget/calls': 'budget.calls-read',
  'GET /announcements/:id/calls': 'announcement.calls-read',
  'GET /announcements/:id/calls/ahead': 'announcement.calls-foreseen',
  'GET /announcements/:id/calls/ahead/workbook': 'announcement.calls-ahead-exported',
  'GET /announcements/:id/calls/workbook': 'announcement.calls-exported',
};

const LIST = 'a list to choose from: whoever opens one of it is written down';
const OWN = 'of the centre itself, nothing of a person';
const SUMS = 'sums and counts, nobody is named';

export const WRITES_NOTHING: Record<string, string> = {
  'GET /requests': LIST,
  'GET /projects': LIST,
  'GET /questions': LIST,
  'GET /establishments': LIST,
  'GET /certificates/ending': LIST,
  'GET /people': LIST,
  'GET /data': LIST,
  'GET /incidents': LIST,
  'GET /counts': SUMS,
  'GET /budget': SUMS,
  'GET /establishments/communes': SUMS,
  'GET /people/:id/sending': 'on which channel a message would leave, and when',
  'GET /data/:id/deletion': 'counts and codes, of a request whose reading was written down',
  'GET /courses/:id': 'nobody is enrolled in this one; the test of courses has one with people',
  ...Object.fromEntries(
    [
      ...[
        '/me',
        '/officers',
        '/audit',
        '/audit/choices',
        '/events',
        '/knowledge',
        '/cases',
        '/courses',
        '/courses/choices',
      ],
      ...['/announcements', '/announcements/choices', '/announcements/rules', '/announcements/:id'],
      ...['/announcements/communes', '/announcements/pictures/:id'],
      ...['/windows', '/windows/choices', '/windows/:id'],
      ...['/papers/templates', '/papers/templates/:paper/file', '/papers/templates/:paper/fields'],
      ...['articles', 'rates'].flatMap((kind) => [`/${kind}`, `/${kind}/:id`, `/${kind}/shipped/:name`]),
    ].map((path) => [`GET ${path}`, OWN]),
  ),
  // With a paper that was made up.
  'POST /papers/templates/:paper/sample': OWN,
};

/** Whole parts of the API that are sums, lists and days of the office. */
export const NOBODY_IN: readonly string[] = ['GET /reports', 'GET /calendar'];
