import { publishScheduled } from '#features/articles/server/schedule.ts';
import { sendLink } from '#features/accounts/server/send-link.ts';
import { tidyAccounts } from '#features/accounts/server/tidy.ts';
import { tellQuestions } from '#features/experiences/server/question-digest.ts';
import { tidyApplications } from '#features/joining/server/tidy.ts';
import { remindTownHalls } from '#features/replies/server/reminders.ts';
import { forgetSpeakerLinks } from '#features/events/server/forget-links.ts';
import { forgetSpeakers } from '#features/floor/server/forget-speakers.ts';
import { makePapers } from '#features/conclusions/server/papers-job.ts';
import { readFileText } from '#features/library/server/read-file-text.ts';
import { forgetRegistrations } from '#features/registration/server/forget.ts';
import { tendRegistrations } from '#features/registration/server/tend.ts';
import { captureLink } from '#features/evidence/server/media/capture-link.ts';
import { countAnswers } from '#features/voice/server/counting.ts';
import { tidyUploads } from '../files/uploads.ts';
import { remindOfDeadlines } from '#features/rounds/server/remind.ts';
import { performRun } from '#features/publishing/server/runs.ts';
import { keepReportsUp, makeReports } from '#features/reports/server/run.ts';
import { tidyMail } from '../mail/tidy-mail.ts';
import { sendMail } from '../mail/send-mail.ts';
import type { AnyJob } from './job.ts';

/** Every job that a worker does. */
export const allJobs: readonly AnyJob[] = [
  sendLink,
  tidyAccounts,
  tidyApplications,
  tellQuestions,
  sendMail,
  tidyMail,
  tidyUploads,
  captureLink,
  forgetSpeakerLinks,
  forgetSpeakers,
  makePapers,
  readFileText,
  remindOfDeadlines,
  remindTownHalls,
  countAnswers,
  performRun,
  makeReports,
  keepReportsUp,
  tendRegistrations,
  forgetRegistrations,
  publishScheduled,
];
