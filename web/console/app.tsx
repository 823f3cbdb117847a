import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Route, Router, Switch } from 'wouter';
import { meQuery } from './api/queries.ts';
import { SignIn } from './pages/sign-in/sign-in.tsx';
import { Door } from './parts/door.tsx';
import { Failed, Loading, Opening } from './parts/states.tsx';
import { Shell } from './shell/shell.tsx';
import { t, useLocale } from './words/words.ts';

const Setup = lazy(() => import('./pages/setup/setup.tsx'));
const Today = lazy(() => import('./pages/today/today.tsx'));
const Questions = lazy(() => import('./pages/questions/questions.tsx'));
const Question = lazy(() => import('./pages/questions/question.tsx'));
const Requests = lazy(() => import('./pages/requests/requests.tsx'));
const Request = lazy(() => import('./pages/requests/request.tsx'));
const Paper = lazy(() => import('./pages/requests/paper.tsx'));
const Summary = lazy(() => import('./pages/requests/paper-summary.tsx'));
const Projects = lazy(() => import('./pages/projects/projects.tsx'));
const Reports = lazy(() => import('./pages/reports/reports.tsx'));
const ReportTargets = lazy(() => import('./pages/reports/targets.tsx'));
const ReportOwners = lazy(() => import('./pages/reports/owners.tsx'));
const Announcements = lazy(() => import('./pages/announcements/announcements.tsx'));
const AnnouncementCalls = lazy(() => import('./pages/announcements/calls.tsx'));
const AnnouncementCallsAhead = lazy(() => import('./pages/announcements/calls-ahead.tsx'));
const Announcement = lazy(() => import('./pages/announcements/announcement.tsx'));
const Budget = lazy(() => import('./pages/budget/budget.tsx'));
const Windows = lazy(() => import('./pages/windows/windows.tsx'));
const NewWindow = lazy(() => import('./pages/windows/new-window.tsx'));
const ChangeWindow = lazy(() => import('./pages/windows/change-window.tsx'));
const WindowPage = lazy(() => import('./pages/windows/window.tsx'));
const Calendar = lazy(() => import('./pages/calendar/calendar.tsx'));
const Courses = lazy(() => import('./pages/courses/courses.tsx'));
const NewCourse = lazy(() => import('./pages/courses/new-course.tsx'));
const ChangeCourse = lazy(() => import('./pages/courses/change-course.tsx'));
const CoursePage = lazy(() => import('./pages/courses/course.tsx'));
const Establishments = lazy(() => import('./pages/establishments/establishments.tsx'));
const EstablishmentPage = lazy(() => import('./pages/establishments/establishment.tsx'));
const Compare = lazy(() => import('./pages/establishments/compare.tsx'));
const Knowledge = lazy(() => import('./pages/knowledge/knowledge.tsx'));
const NewArticle = lazy(() => import('./pages/knowledge/new-article.tsx'));
const ArticlePage = lazy(() => import('./pages/knowledge/article.tsx'));
const NewRate = lazy(() => import('./pages/knowledge/new-rate.tsx'));
const RatePage = lazy(() => import('./pages/knowledge/rate.tsx'));
const Templates = lazy(() => import('./pages/templates/templates.tsx'));
const DataRequests = lazy(() => import('./pages/data/data.tsx'));
const DataRequest = lazy(() => import('./pages/data/data-request.tsx'));
const FindPerson = lazy(() => import('./pages/data/find-person.tsx'));
const AskForPerson = lazy(() => import('./pages/data/ask-for-person.tsx'));
const Incidents = lazy(() => import('./pages/data/incidents.tsx'));
const NewIncident = lazy(() => import('./pages/data/new-incident.tsx'));
const IncidentPage = lazy(() => import('./pages/data/incident.tsx'));
const Officers = lazy(() => import('./pages/officers/officers.tsx'));
const Audit = lazy(() => import('./pages/audit/audit.tsx'));
const Account = lazy(() => import('./pages/account/account.tsx'));
const NotFound = lazy(() => import('./pages/not-found.tsx'));

/** The pages by their addresses. Whoever is not signed in sees the door, at whatever address, and goes on from there. */
export function App() {
  const locale = useLocale();
  return (
    <Router base="/console" key={locale}>
      <Switch>
        <Route path="/setup">
          <Suspense fallback={<Opening />}>
            <Setup />
          </Suspense>
        </Route>
        <Route>
          <BehindTheDoor />
        </Route>
      </Switch>
    </Router>
  );
}

function BehindTheDoor() {
  const me = useQuery(meQuery);
  if (me.isPending) return <Opening />;
  if (me.data === undefined) {
    return (
      <Door title={t('app.away')}>
        <Failed error={me.error} retry={() => void me.refetch()} />
      </Door>
    );
  }
  if (me.data === null) return <SignIn />;
  return (
    <Shell me={me.data}>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/">
            <Today />
          </Route>
          <Route path="/questions">
            <Questions />
          </Route>
          <Route path="/questions/:id">{({ id }) => <Question key={id} id={id} />}</Route>
          <Route path="/requests">
            <Requests />
          </Route>
          <Route path="/requests/:id/paper">{({ id }) => <Paper key={id} id={id} />}</Route>
          <Route path="/requests/:id/summary">{({ id }) => <Summary key={id} id={id} />}</Route>
          <Route path="/requests/:id">{({ id }) => <Request key={id} id={id} />}</Route>
          <Route path="/projects">
            <Projects />
          </Route>
          <Route path="/reports">
            <Reports />
          </Route>
          <Route path="/reports/targets">
            <ReportTargets />
          </Route>
          <Route path="/reports/owners">
            <ReportOwners />
          </Route>
          <Route path="/announcements">
            <Announcements />
          </Route>
          <Route path="/announcements/:id/calls">{({ id }) => <AnnouncementCalls key={id} id={id} />}</Route>
          <Route path="/announcements/:id/calls/ahead">{({ id }) => <AnnouncementCallsAhead key={id} id={id} />}</Route>
          <Route path="/announcements/:id">{({ id }) => <Announcement key={id} id={id} />}</Route>
          <Route path="/budget">
            <Budget />
          </Route>
          <Route path="/windows">
            <Windows />
          </Route>
          <Route path="/windows/new">
            <NewWindow />
          </Route>
          <Route path="/windows/:id/change">{({ id }) => <ChangeWindow key={id} id={id} />}</Route>
          <Route path="/windows/:id">{({ id }) => <WindowPage key={id} id={id} />}</Route>
          <Route path="/calendar">
            <Calendar />
          </Route>
          <Route path="/courses">
            <Courses />
          </Route>
          <Route path="/courses/new">
            <NewCourse />
          </Route>
          <Route path="/courses/:id/change">{({ id }) => <ChangeCourse key={id} id={id} />}</Route>
          <Route path="/courses/:id">{({ id }) => <CoursePage key={id} id={id} />}</Route>
          <Route path="/establishments">
            <Establishments />
          </Route>
          <Route path="/establishments/:id">{({ id }) => <EstablishmentPage key={id} id={id} />}</Route>
          <Route path="/establishments/:id/compare/:other">
            {({ id, other }) => <Compare key={`${id} ${other}`} id={id} otherId={other} />}
          </Route>
          <Route path="/knowledge">
            <Knowledge />
          </Route>
          <Route path="/knowledge/articles/new">
            <NewArticle />
          </Route>
          <Route path="/knowledge/articles/:id">{({ id }) => <ArticlePage key={id} id={id} />}</Route>
          <Route path="/knowledge/rates/new">
            <NewRate />
          </Route>
          <Route path="/knowledge/rates/:id">{({ id }) => <RatePage key={id} id={id} />}</Route>
          <Route path="/templates">
            <Templates />
          </Route>
          <Route path="/data">
            <DataRequests />
          </Route>
          <Route path="/data/incidents">
            <Incidents />
          </Route>
          <Route path="/data/incidents/new">
            <NewIncident />
          </Route>
          <Route path="/data/incidents/:id">{({ id }) => <IncidentPage key={id} id={id} />}</Route>
          <Route path="/data/new">
            <FindPerson />
          </Route>
          <Route path="/data/new/:id">{({ id }) => <AskForPerson key={id} id={id} />}</Route>
          <Route path="/data/:id">{({ id }) => <DataRequest key={id} id={id} />}</Route>
          <Route path="/officers">
            <Officers me={me.data.officer} />
          </Route>
          <Route path="/audit">
            <Audit me={me.data.officer} />
          </Route>
          <Route path="/account">
            <Account me={me.data.officer} />
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
    </Shell>
  );
}
