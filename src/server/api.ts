import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { describeServedPackage, listDatasets } from '#features/opendata/server/datasets.ts';
import { fileNameOf, streamDataset, type DataFormat } from '#features/opendata/server/stream.ts';
import { filterOf, querySchema, rowSchema } from '#features/opendata/schema.ts';
import { licences } from '#features/opendata/server/titles.ts';
import type { Dataset } from '#features/opendata/dataset.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from './app.ts';
import { dayOf } from './cache/day.ts';
import { describeFault } from './http/faults.ts';
import { describeProblem, problemMediaType, problemResponse } from './http/problem.ts';

const base = '/api/v1';
const t = translator('en');

type Api = OpenAPIHono<{ Bindings: { requestId: string } }>;

const problem = {
  content: {
    [problemMediaType]: {
      schema: z
        .object({
          type: z.string(),
          title: z.string(),
          status: z.int(),
          code: z.string(),
          requestId: z.string(),
          faults: z.array(z.object({ parameter: z.string(), expected: z.string() })).optional(),
        })
        .openapi('Problem'),
    },
  },
};

const headers = {
  // Open data is for other people's pages as well.
  'access-control-allow-origin': '*',
  link: `<${licences[0].path}>; rel="license", <${base}/openapi.json>; rel="service-desc"`,
};

function addDataset(api: Api, app: App, dataset: Dataset, format: DataFormat): void {
  const { name } = dataset;
  const content =
    format === 'csv'
      ? { 'text/csv': { schema: z.string() } }
      : { 'application/json': { schema: z.array(rowSchema(dataset).openapi(name)) } };
  const route = createRoute({
    method: 'get',
    path: `${base}/${name}.${format}`,
    operationId: `${name}.${format}`,
    tags: [name],
    summary: t(`data.dataset.${name}`),
    request: { query: querySchema(dataset, dayOf(app.clock())) },
    responses: {
      200: { description: t(`data.format.${format}`), content },
      400: { description: t('error.bad-request.title'), ...problem },
    },
  });
  // Rows are streamed as bytes, which the route's types cannot say: its handler is a plain one behind the same check.
  api.openAPIRegistry.registerPath(route);
  api.get(route.path, async (c) => {
    const today = dayOf(app.clock());
    const checked = querySchema(dataset, today).safeParse(parametersOf(c.req.queries()));
    if (!checked.success) return refuse(c.env.requestId, checked.error);
    const filter = filterOf(dataset, checked.data, today);
    const forExcel = checked.data['excel'] === '1';
    const body = await streamDataset(dataset, filter, { format, forExcel });
    const file = fileNameOf(dataset.name, filter, format, app.config.demo);
    return new Response(body, {
      headers: {
        ...headers,
        'content-type': format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json',
        'content-disposition': `${format === 'csv' ? 'attachment' : 'inline'}; filename="${file}"`,
      },
    });
  });
}

/** Each parameter once; one that is given twice stays a list, which no schema takes. Empty ones are as if left out. */
function parametersOf(queries: Readonly<Record<string, string[]>>): Record<string, string | string[]> {
  const parameters: Record<string, string | string[]> = {};
  for (const [name, values] of Object.entries(queries)) {
    const [first = '', ...more] = values;
    if (more.length > 0) parameters[name] = values;
    else if (first !== '') parameters[name] = first;
  }
  return parameters;
}

function refuse(requestId: string, error: z.ZodError): Response {
  const faults = error.issues.map((issue) => ({
    parameter: issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.'),
    expected: issue.message,
  }));
  return problemResponse(describeProblem('bad-request', requestId, { faults }));
}

async function createApi(app: App): Promise<Api> {
  const api: Api = new OpenAPIHono();
  const datasets = await listDatasets(app);
  for (const dataset of datasets) {
    addDataset(api, app, dataset, 'csv');
    addDataset(api, app, dataset, 'json');
  }
  const json = (value: unknown) => Response.json(value, { headers });
  const address = (path: string) => `${app.config.publicUrl}${base}/${path}`;
  api.get(base, () =>
    json({
      datasets: datasets.map((dataset) => ({
        name: dataset.name,
        about: t(`data.dataset.${dataset.name}`),
        csv: address(`${dataset.name}.csv`),
        json: address(`${dataset.name}.json`),
        filters: dataset.filters,
      })),
      openapi: address('openapi.json'),
      datapackage: address('datapackage.json'),
      licences,
    }),
  );
  api.get(`${base}/datapackage.json`, async () => json(await describeServedPackage(app)));
  api.get(`${base}/openapi.json`, () =>
    json(
      api.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: t('data.openapi.title'),
          description: t('data.openapi.text'),
          version: '1',
          license: { name: licences[0].title, url: licences[0].path },
        },
        servers: [{ url: app.config.publicUrl }],
      }),
    ),
  );
  api.notFound((c) => {
    const { method } = c.req;
    if (method === 'GET' || method === 'HEAD')
      return problemResponse(describeProblem('not-found', c.env.requestId));
    const answer = problemResponse(describeProblem('method-not-allowed', c.env.requestId));
    answer.headers.set('allow', 'GET, HEAD');
    return answer;
  });
  api.onError((error, c) => {
    const fault = describeFault({ kind: 'unknown', error });
    if (fault.unexpected) app.log.error({ requestId: c.env.requestId, err: error }, 'unexpected fault');
    return problemResponse(describeProblem(fault.code, c.env.requestId, { status: fault.status }));
  });
  return api;
}

const apis = new WeakMap<App, Promise<Api>>();

/** The program's side of the site: open data as CSV and JSON, described by OpenAPI. */
export async function answerApi(app: App, request: Request, requestId: string): Promise<Response> {
  let making = apis.get(app);
  if (!making) {
    making = createApi(app);
    apis.set(app, making);
  }
  try {
    return await (await making).fetch(request, { requestId });
  } catch (error) {
    // The database was away when its tables were to be described: the next request tries again.
    apis.delete(app);
    const fault = describeFault({ kind: 'unknown', error });
    if (fault.unexpected) app.log.error({ requestId, err: error }, 'unexpected fault');
    return problemResponse(describeProblem(fault.code, requestId, { status: fault.status }));
  }
}
