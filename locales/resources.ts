import enAsk from './en/ask.json' with { type: 'json' };
import enCertificates from './en/certificates.json' with { type: 'json' };
import enChatPage from './en/chat-page.json' with { type: 'json' };
import enCommon from './en/common.json' with { type: 'json' };
import enConsole from './en/console.json' with { type: 'json' };
import enConsoleAnnounce from './en/console-announce.json' with { type: 'json' };
import enConsoleAudit from './en/console-audit.json' with { type: 'json' };
import enConsoleBudget from './en/console-budget.json' with { type: 'json' };
import enConsoleCalendar from './en/console-calendar.json' with { type: 'json' };
import enConsoleCourses from './en/console-courses.json' with { type: 'json' };
import enConsoleData from './en/console-data.json' with { type: 'json' };
import enConsoleEstablishment from './en/console-establishment.json' with { type: 'json' };
import enConsoleKnowledge from './en/console-knowledge.json' with { type: 'json' };
import enConsoleProjects from './en/console-projects.json' with { type: 'json' };
import enConsoleQuestions from './en/console-questions.json' with { type: 'json' };
import enConsoleReports from './en/console-reports.json' with { type: 'json' };
import enConsoleReview from './en/console-review.json' with { type: 'json' };
import enConsoleWindows from './en/console-windows.json' with { type: 'json' };
import enConversation from './en/conversation.json' with { type: 'json' };
import enCourses from './en/courses.json' with { type: 'json' };
import enCutOff from './en/cut-off.json' with { type: 'json' };
import enDataByOfficer from './en/data-by-officer.json' with { type: 'json' };
import enDataCopy from './en/data-copy.json' with { type: 'json' };
import enDetails from './en/details.json' with { type: 'json' };
import enDossiers from './en/dossiers.json' with { type: 'json' };
import enEligibility from './en/eligibility.json' with { type: 'json' };
import enEstablishment from './en/establishment.json' with { type: 'json' };
import enHost from './en/host.json' with { type: 'json' };
import enJobs from './en/jobs.json' with { type: 'json' };
import enLink from './en/link.json' with { type: 'json' };
import enMembers from './en/members.json' with { type: 'json' };
import enMyData from './en/my-data.json' with { type: 'json' };
import enNews from './en/news.json' with { type: 'json' };
import enOfficer from './en/officer.json' with { type: 'json' };
import enOutline from './en/outline.json' with { type: 'json' };
import enPapers from './en/papers.json' with { type: 'json' };
import enPhotos from './en/photos.json' with { type: 'json' };
import enProject from './en/project.json' with { type: 'json' };
import enProjects from './en/projects.json' with { type: 'json' };
import enRegister from './en/register.json' with { type: 'json' };
import enReminders from './en/reminders.json' with { type: 'json' };
import enReports from './en/reports.json' with { type: 'json' };
import enRetention from './en/retention.json' with { type: 'json' };
import enTalk from './en/talk.json' with { type: 'json' };
import enTelegram from './en/telegram.json' with { type: 'json' };
import enTemplates from './en/templates.json' with { type: 'json' };
import { readProgrammeWords } from './programme-words.ts';
import viAsk from './vi/ask.json' with { type: 'json' };
import viCertificates from './vi/certificates.json' with { type: 'json' };
import viChatPage from './vi/chat-page.json' with { type: 'json' };
import viCommon from './vi/common.json' with { type: 'json' };
import viConsole from './vi/console.json' with { type: 'json' };
import viConsoleAnnounce from './vi/console-announce.json' with { type: 'json' };
import viConsoleAudit from './vi/console-audit.json' with { type: 'json' };
import viConsoleBudget from './vi/console-budget.json' with { type: 'json' };
import viConsoleCalendar from './vi/console-calendar.json' with { type: 'json' };
import viConsoleCourses from './vi/console-courses.json' with { type: 'json' };
import viConsoleData from './vi/console-data.json' with { type: 'json' };
import viConsoleEstablishment from './vi/console-establishment.json' with { type: 'json' };
import viConsoleKnowledge from './vi/console-knowledge.json' with { type: 'json' };
import viConsoleProjects from './vi/console-projects.json' with { type: 'json' };
import viConsoleQuestions from './vi/console-questions.json' with { type: 'json' };
import viConsoleReports from './vi/console-reports.json' with { type: 'json' };
import viConsoleReview from './vi/console-review.json' with { type: 'json' };
import viConsoleWindows from './vi/console-windows.json' with { type: 'json' };
import viConversation from './vi/conversation.json' with { type: 'json' };
import viCourses from './vi/courses.json' with { type: 'json' };
import viCutOff from './vi/cut-off.json' with { type: 'json' };
import viDataByOfficer from './vi/data-by-officer.json' with { type: 'json' };
import viDataCopy from './vi/data-copy.json' with { type: 'json' };
import viDetails from './vi/details.json' with { type: 'json' };
import viDossiers from './vi/dossiers.json' with { type: 'json' };
import viEligibility from './vi/eligibility.json' with { type: 'json' };
import viEstablishment from './vi/establishment.json' with { type: 'json' };
import viHost from './vi/host.json' with { type: 'json' };
import viJobs from './vi/jobs.json' with { type: 'json' };
import viLink from './vi/link.json' with { type: 'json' };
import viMembers from './vi/members.json' with { type: 'json' };
import viMyData from './vi/my-data.json' with { type: 'json' };
import viNews from './vi/news.json' with { type: 'json' };
import viOfficer from './vi/officer.json' with { type: 'json' };
import viOutline from './vi/outline.json' with { type: 'json' };
import viPapers from './vi/papers.json' with { type: 'json' };
import viPhotos from './vi/photos.json' with { type: 'json' };
import viProject from './vi/project.json' with { type: 'json' };
import viProjects from './vi/projects.json' with { type: 'json' };
import viRegister from './vi/register.json' with { type: 'json' };
import viReminders from './vi/reminders.json' with { type: 'json' };
import viReports from './vi/reports.json' with { type: 'json' };
import viRetention from './vi/retention.json' with { type: 'json' };
import viTalk from './vi/talk.json' with { type: 'json' };
import viTelegram from './vi/telegram.json' with { type: 'json' };
import viTemplates from './vi/templates.json' with { type: 'json' };

// One namespace a room that speaks.
export const vi = {
  common: viCommon,
  conversation: viConversation,
  ask: viAsk,
  photos: viPhotos,
  register: viRegister,
  programmes: readProgrammeWords('vi'),
  courses: viCourses,
  'cut-off': viCutOff,
  'data-by-officer': viDataByOfficer,
  'data-copy': viDataCopy,
  details: viDetails,
  dossiers: viDossiers,
  establishment: viEstablishment,
  'console-establishment': viConsoleEstablishment,
  members: viMembers,
  eligibility: viEligibility,
  officer: viOfficer,
  news: viNews,
  'my-data': viMyData,
  outline: viOutline,
  papers: viPapers,
  project: viProject,
  projects: viProjects,
  link: viLink,
  reminders: viReminders,
  certificates: viCertificates,
  jobs: viJobs,
  host: viHost,
  'chat-page': viChatPage,
  console: viConsole,
  'console-announce': viConsoleAnnounce,
  'console-audit': viConsoleAudit,
  'console-budget': viConsoleBudget,
  'console-calendar': viConsoleCalendar,
  'console-windows': viConsoleWindows,
  'console-courses': viConsoleCourses,
  'console-data': viConsoleData,
  'console-projects': viConsoleProjects,
  'console-questions': viConsoleQuestions,
  'console-knowledge': viConsoleKnowledge,
  'console-reports': viConsoleReports,
  'console-review': viConsoleReview,
  reports: viReports,
  retention: viRetention,
  talk: viTalk,
  telegram: viTelegram,
  templates: viTemplates,
};

export const en = {
  common: enCommon,
  conversation: enConversation,
  ask: enAsk,
  photos: enPhotos,
  register: enRegister,
  programmes: readProgrammeWords('en'),
  courses: enCourses,
  'cut-off': enCutOff,
  'data-by-officer': enDataByOfficer,
  'data-copy': enDataCopy,
  details: enDetails,
  dossiers: enDossiers,
  establishment: enEstablishment,
  'console-establishment': enConsoleEstablishment,
  members: enMembers,
  eligibility: enEligibility,
  officer: enOfficer,
  news: enNews,
  'my-data': enMyData,
  outline: enOutline,
  papers: enPapers,
  project: enProject,
  projects: enProjects,
  link: enLink,
  reminders: enReminders,
  certificates: enCertificates,
  jobs: enJobs,
  host: enHost,
  'chat-page': enChatPage,
  console: enConsole,
  'console-announce': enConsoleAnnounce,
  'console-audit': enConsoleAudit,
  'console-budget': enConsoleBudget,
  'console-calendar': enConsoleCalendar,
  'console-windows': enConsoleWindows,
  'console-courses': enConsoleCourses,
  'console-data': enConsoleData,
  'console-projects': enConsoleProjects,
  'console-questions': enConsoleQuestions,
  'console-knowledge': enConsoleKnowledge,
  'console-reports': enConsoleReports,
  'console-review': enConsoleReview,
  reports: enReports,
  retention: enRetention,
  talk: enTalk,
  telegram: enTelegram,
  templates: enTemplates,
};
