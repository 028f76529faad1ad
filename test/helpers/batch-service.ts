import {type ReceivedRequest, type ScriptedAnswer, startScriptedHttpServer} from './scripted-http-server.js';

/**
What may go wrong with a request. Those that are `late` happen after the service has done what was asked.
*/
export const batchFaults = [
	'reset before the body is read',
	'reset',
	'429 as a page',
	'429 at once',
	'503 of the service',
	'503 of a gateway',
	'500',
	'late reset',
	'late 502',
	'late 504',
	'late cut answer',
	'late page',
	'late silence',
	'late nonsense',
] as const;

export type BatchFault = (typeof batchFaults)[number];

type FakeJob = {
	readonly id: string;
	readonly reference: unknown;
	readonly createdMs: number;
	looksLeft: number;
	listsLeft: number;
	transcriptsLeft: number;
};

/**
The words of every transcript that the service gives.
*/
export const fakeText = 'Hello there';

/**
A batch service that keeps what it makes, and fails as it is told.

@param faultOf - What goes wrong with the request of this number, counted from 0.
@param looks - How often a job is said to run before it is done.
@param hiddenLists - How many answers of the list a new job is missing from.
@param missingTranscripts - How often the transcript of a job that is done is not there.
@param hasList - Whether there is a list of jobs.
*/
export const startBatchService = async ({
	faultOf = () => undefined,
	looks = 0,
	hiddenLists = 0,
	missingTranscripts = 0,
	hasList = true,
}: {
	readonly faultOf?: (number: number, request: string) => BatchFault | undefined;
	readonly looks?: number;
	readonly hiddenLists?: number;
	readonly missingTranscripts?: number;
	readonly hasList?: boolean;
} = {}) => {
	const jobs: FakeJob[] = [];
	let arrived = 0;
	const answerTo = async (request: ReceivedRequest): Promise<ScriptedAnswer> => {
		const [id] = /(?<=\/jobs\/)[^\/]+/v.exec(request.path) ?? [];
		if (request.method === 'POST') {
			const job: FakeJob = {
				id: `job${jobs.length + 1}`,
				reference: await referenceIn(request),
				createdMs: Date.now(),
				looksLeft: looks,
				listsLeft: hiddenLists,
				transcriptsLeft: missingTranscripts,
			};
			jobs.push(job);
			return {status: 201, body: {id: job.id}};
		}

		if (id === undefined) {
			return hasList ? {body: {jobs: jobs.filter(isListed).map(listed)}} : notFound;
		}

		const job = jobs.find(candidate => candidate.id === id);
		if (!job) {
			return notFound;
		}

		return request.path.endsWith('/transcript') ? transcriptOf(job) : lookAt(job);
	};

	const server = await startScriptedHttpServer(
		async request => {
			const fault = faultOf(arrived - 1, callOf(request));
			const early = fault === undefined ? undefined : earlyAnswers[fault];
			if (early !== undefined) {
				return early;
			}

			const answer = await answerTo(request);
			return fault === undefined ? answer : lateAnswer(fault, answer);
		},
		{
			answerEarly() {
				arrived += 1;
				return faultOf(arrived - 1, '') === 'reset before the body is read';
			},
		},
	);

	return {
		url: server.url,
		jobs,
		requests: server.requests,

		/**
		What was asked for so far, in order.
		*/
		calls: () => server.requests.map(callOf),
		async [Symbol.asyncDispose]() {
			await server[Symbol.asyncDispose]();
		},
	};
};

const callOf = ({method, path}: ReceivedRequest): string => {
	if (path.endsWith('/v2/jobs')) {
		return method === 'POST' ? 'create' : 'list';
	}

	return path.endsWith('/transcript') ? 'transcript' : 'look';
};

const notFound: ScriptedAnswer = {status: 404, body: {code: 404, error: 'Job not found'}};

const referenceIn = async ({headers, body}: ReceivedRequest): Promise<unknown> => {
	const form = await new Response(new Uint8Array(body), {
		headers: {'content-type': String(headers['content-type'])},
	}).formData();
	return JSON.parse(String(form.get('config'))).tracking.reference;
};

const isListed = (job: FakeJob): boolean => {
	job.listsLeft -= 1;
	return job.listsLeft < 0;
};

const listed = ({id, reference, createdMs}: FakeJob) => ({
	id,
	created_at: new Date(createdMs).toISOString(),
	status: 'running',
	config: {type: 'transcription', tracking: {reference}},
});

const lookAt = (job: FakeJob): ScriptedAnswer => {
	job.looksLeft -= 1;
	return {body: {job: {id: job.id, status: job.looksLeft < 0 ? 'done' : 'running'}}};
};

const transcriptOf = (job: FakeJob): ScriptedAnswer => {
	job.transcriptsLeft -= 1;
	return job.transcriptsLeft >= 0
		? notFound
		: {
				body: {
					format: '2.9',
					metadata: {language_pack_info: {word_delimiter: ' '}},
					results: fakeText.split(' ').map((content, index) => ({
						type: 'word',
						start_time: index,
						end_time: index + 1,
						alternatives: [{content, confidence: 1}],
					})),
				},
			};
};

const page = '<html>Something stands in between</html>';

const earlyAnswers: Partial<Readonly<Record<BatchFault, ScriptedAnswer>>> = {
	'reset before the body is read': 'reset',
	reset: 'reset',
	'429 as a page': {status: 429, body: page},
	'429 at once': {status: 429, body: {code: 429, error: 'Rate Limited'}, headers: {'retry-after': '0'}},
	'503 of the service': {status: 503, body: {code: 503, error: 'Busy'}, headers: {'retry-after': '2'}},
	'503 of a gateway': {status: 503, body: page},
	500: {status: 500, body: {code: 500, error: 'Internal Server Error'}},
};

const lateAnswer = (fault: BatchFault, answer: ScriptedAnswer): ScriptedAnswer => {
	switch (fault) {
		case 'late reset': {
			return 'reset';
		}

		case 'late silence': {
			return 'silence';
		}

		case 'late cut answer': {
			return typeof answer === 'string' ? answer : {...answer, isCut: true};
		}

		case 'late page': {
			return {status: 200, body: page};
		}

		case 'late nonsense': {
			return {status: 200, body: {}};
		}

		default: {
			return {status: fault === 'late 504' ? 504 : 502, body: page};
		}
	}
};
