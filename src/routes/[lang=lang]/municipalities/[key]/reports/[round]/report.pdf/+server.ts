import { answerReport } from '#features/reports/server/answers.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ locals, params, url }) =>
  answerReport({ locals, url }, { round: params.round, municipality: params.key }, 'report.pdf');
