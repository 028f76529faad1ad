import {sanitise} from '../core/sanitise.js';
import type {AppContext} from './app-context.js';
import type {KeyBinding} from './key-binding.js';
import {cutRows, type Line, lineWidth, span, wrappedLines} from './line.js';
import {groupsThatHold} from './press-keys.js';
import {isFinishing} from './run-facts.js';
import type {Theme} from './theme.js';

const mostNoticeRows = 3;

const finishing = 'Finishing: the last words are on their way. Ctrl-C again leaves at once.';

/**
The last rows: a notice where there is one, else the keys that do something now, as many as fit on one row, help and quit
before all others, then what is important.
*/
export const hintLines = (context: AppContext): readonly Line[] => {
	const {size, current, theme} = context.state;
	const notice = context.state.notice?.text ?? (isFinishing(current) ? finishing : undefined);
	if (notice === undefined) {
		return [hintsLine(context)];
	}

	const columns = size.columns - 2;
	const lines = wrappedLines(sanitise(notice.trim()), columns, {style: 'warning'});
	return cutRows(lines, mostNoticeRows, columns, theme.signs.ellipsis).map(line => [span(' '), ...line]);
};

type Hinted = KeyBinding<AppContext>;

const isLast = ({keys}: Hinted): boolean => keys[0] === '?' || keys[0] === 'q';

const hintsLine = (context: AppContext): Line => {
	const columns = context.state.size.columns - 1;
	const bindings = hinted(context);
	const rankOf = (binding: Hinted) => [isLast(binding), binding.isImportant === true, true].indexOf(true);
	const shown = new Set<Hinted>();
	let width = 0;
	for (const binding of bindings.toSorted((a, b) => rankOf(a) - rankOf(b))) {
		const needed = lineWidth(hint(binding, context));
		if (width + needed <= columns) {
			shown.add(binding);
			width += needed;
		}
	}

	return [...bindings.filter(binding => !isLast(binding)), ...bindings.filter(isLast)]
		.filter(binding => shown.has(binding))
		.flatMap(binding => hint(binding, context));
};

/**
One binding a key: where two groups have the same key, the first counts.
*/
const hinted = (context: AppContext): readonly Hinted[] => {
	const taken = new Set<string>();
	const groups = groupsThatHold(context.state);
	const isTyping = groups.some(({text}) => text?.isTyping(context));
	return groups
		.flatMap(({bindings}) => bindings)
		.filter(({keys}) => !(isTyping && keys[0]?.length === 1)) // It would be typed.
		.filter(binding => {
			const isFirst = binding.keys.every(key => !taken.has(key));
			for (const key of binding.keys) {
				taken.add(key);
			}

			return isFirst && !binding.isHidden && binding.disabledReason?.(context) === undefined;
		});
};

const hint = ({keys, label}: Hinted, context: AppContext): Line => [
	span(' '),
	span(keyLabel(keys[0] ?? '', context.state.theme), 'key'),
	span(` ${typeof label === 'string' ? label : label(context)} `),
];

/**
A key as it is shown.
*/
const keyLabel = (key: string, {signs}: Theme): string => {
	if (key === 'up') {
		return signs.up + signs.down;
	}

	return key === 'left' ? signs.left + signs.right : key;
};
