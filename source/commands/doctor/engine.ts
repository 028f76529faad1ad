import type {Problem} from '../../core/problem.js';
import type {Reach} from '../../speechmatics/reach.js';
import {chooseEngine} from '../choose-engine.js';
import {recogniserNote} from '../recogniser-note.js';
import type {Check, CheckContext, CheckStatus} from './check.js';
import {reachLine} from './reach-line.js';

/**
Which engine would be used and why, and whether its hosts answer and accept the key.
*/
export const engine: Check = {
	id: 'engine',
	title: 'Engine',
	limitMs: 15_000,
	async run(context) {
		const services = await context.askServices();
		if (!services) {
			return {status: 'good', says: [choiceText(context), 'No other machine is asked for anything.']};
		}

		const {warnings, reaches, recogniser} = services;
		const problems = reaches.flatMap(({problem}) => problem ?? []);
		const stepByKind = new Map(problems.toReversed().map(({kind, nextStep}) => [kind, nextStep])); // The first counts.
		return {
			status: statusOf(context, reaches, warnings),
			says: [
				choiceText(context),
				...reaches.map(reachLine),
				...warnings,
				...(recogniser === undefined ? [] : [recogniserNote(recogniser)]),
			],
			...(problems.length > 0 && {
				nextStep: [...stepByKind.values(), ...meanwhile(context, problems)].join(' '),
			}),
		};
	},
};

const meanwhile = ({values}: CheckContext, problems: readonly Problem[]): readonly string[] =>
	chooseEngine(values) === 'cloud' && problems.every(({kind}) => kind === 'network' || kind === 'timeout')
		? ['Until then --engine local works without a network.']
		: [];

const choiceText = ({values, settings}: CheckContext): string => {
	const {origins} = settings;
	const names = {cloud: `cloud (${values.region})`, 'on-premises': 'own server', local: 'local'};
	const kind = chooseEngine(values);
	if (kind === 'on-premises') {
		const set = (['batch-url', 'rt-url'] as const).filter(name => values[name] !== undefined);
		return `${names[kind]}, because of ${set.map(name => `${name} (${origins[name]})`).join(' and ')}`;
	}

	const because =
		values.engine === undefined
			? `because ${kind === 'cloud' ? 'an' : 'no'} API key is set`
			: `because of engine (${origins.engine})`;
	return `${names[kind]}, ${because}`;
};

/**
Where only one mode has an address of the user's own, the other one goes to the cloud, but need not be wanted.
*/
const statusOf = (
	{values}: CheckContext,
	reaches: readonly Reach[],
	warnings: readonly string[],
): CheckStatus => {
	const isOwn = {batch: values['batch-url'], 'real-time': values['rt-url'], tokens: values['rt-url']};
	const hasOwn = values['batch-url'] !== undefined || values['rt-url'] !== undefined;
	const failed = reaches.filter(({problem}) => problem);
	if (failed.some(({service}) => !hasOwn || isOwn[service] !== undefined)) {
		return 'bad';
	}

	return failed.length + warnings.length > 0 ? 'warning' : 'good';
};
