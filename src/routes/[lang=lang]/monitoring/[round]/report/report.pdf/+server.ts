import { answerReport } from '#features/reports/server/answers.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ locals, params }) =>
  answerReport(locals.app, { round: params.round, municipality: null }, locals.language, 'report.pdf');
