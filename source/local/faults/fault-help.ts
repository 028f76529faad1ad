import {wrapWords} from '../../core/wrap-words.js';
import {faults} from './catalogue.js';
import type {Fault, ValueRule} from './fault.js';
import {printDurationMs} from './fault-value.js';

/**
What can be ordered with `--fault`, and how, as lines for people: of the grammar, and of each fault with what it takes.
*/
export const faultHelp = (): readonly string[] => [
	'Faults, for those who test a client: NAME[=VALUE][@PLACE][~CHANCE%][×TIMES], several with commas between them.',
	'  =  what the fault takes; of two numbers such as 1s..5s one between them is drawn each time',
	'  @  of HTTP faults the request: create, job, transcript, list, delete, other (default: any of these), token or',
	'     handshake; of real-time events: open, start, words (the first final), 12s (of audio), 12s-open (since the',
	'     socket opened), 40messages, or a range such as 2s..20s, from which a place is drawn',
	'  ~  how likely it is, drawn for each request or session; the same --seed draws the same again',
	'  ×  how often at most (also x)',
	'',
	'Faults of HTTP requests',
	...list('http'),
	'',
	'Faults of real-time sessions',
	...list('real-time'),
];

const columns = 120;

const list = (layer: Fault['layer']): readonly string[] => {
	const rows = faults
		.filter(fault => fault.layer === layer)
		.map(fault => [usage(fault), about(fault)] as const);
	const width = Math.max(...rows.map(([name]) => name.length));
	return rows.flatMap(([name, help]) =>
		wrapWords(help, columns - width - 4, ({length}) => length).map(
			(line, index) => `  ${(index === 0 ? name : '').padEnd(width)}  ${line}`,
		),
	);
};

const usage = ({name, value}: Fault): string => {
	if (!value) {
		return name;
	}

	return value.isOptional || fallbackText(value) !== undefined
		? `${name}[=${valueName(value)}]`
		: `${name}=${valueName(value)}`;
};

const valueName = (rule: ValueRule): string => {
	switch (rule.type) {
		case 'word': {
			return rule.choices.length > 3 ? 'X' : rule.choices.join('|');
		}

		case 'duration': {
			return 'TIME';
		}

		case 'count': {
			return 'BYTES';
		}
	}
};

const fallbackText = (rule: ValueRule): string | undefined => {
	if (rule.type === 'duration') {
		return rule.fallbackMs === undefined ? undefined : printDurationMs(rule.fallbackMs);
	}

	return rule.fallback === undefined ? undefined : String(rule.fallback);
};

const about = (fault: Fault): string => {
	const choices =
		fault.value?.type === 'word' && fault.value.choices.length > 3
			? ` (X: ${fault.value.choices.join(', ')})`
			: '';
	const fallback = fault.value && fallbackText(fault.value);
	const usual = fallback === undefined ? '' : ` (default: ${fallback})`;
	const place =
		fault.layer === 'real-time' && fault.byDefault !== undefined ? `; @${fault.byDefault} by default` : '';
	return `${fault.help}${choices}${usual}${place}`;
};
