import {ProblemError} from '../../core/problem.js';
import {sanitise} from '../../core/sanitise.js';

/**
The run that somebody means: by its whole id, by its beginning, by the beginning of its last part, or by `last`.

@param ids - Of all runs, newest first.
@throws {ProblemError} Of kind `bad-input`, where there is none or more than one, with the nearest ids.
*/
export const findRun = (ids: readonly string[], typed: string): string => {
	const wanted = typed.trim().toLowerCase();
	const [newest] = ids;
	if (newest === undefined) {
		throw new ProblemError({
			kind: 'bad-input',
			message: 'There are no runs yet.',
			nextStep: 'duet compare makes one, on the bundled sample.',
		});
	}

	if (wanted === 'last') {
		return newest;
	}

	const matches =
		wanted === '' ? [] : ids.filter(id => id.startsWith(wanted) || lastPart(id).startsWith(wanted));
	const [match] = matches;
	if (match !== undefined && (matches.length === 1 || match === wanted)) {
		return match;
	}

	const shown = sanitise(typed);
	throw new ProblemError(
		match === undefined
			? {
					kind: 'bad-input',
					message: `There is no run ${shown}.`,
					nextStep: `Near it: ${nearest(ids, wanted).join(', ')}. All of them: duet history.`,
				}
			: {
					kind: 'bad-input',
					message: `${shown} can be one of ${matches.length} runs.`,
					nextStep: `Say which: ${matches.slice(0, shownCount).join(', ')}${matches.length > shownCount ? ' …' : ''}. Their last parts do.`,
				},
	);
};

const shownCount = 3;

const lastPart = (id: string): string => id.slice(id.lastIndexOf('-') + 1);

/**
Those that begin most alike, or whose last parts do; of equals the newest.
*/
const nearest = (ids: readonly string[], wanted: string): readonly string[] => {
	const likeness = (id: string) => Math.max(commonLength(id, wanted), commonLength(lastPart(id), wanted));
	return ids.toSorted((a, b) => likeness(b) - likeness(a)).slice(0, shownCount);
};

const commonLength = (a: string, b: string): number => {
	let length = 0;
	while (length < a.length && a[length] === b[length]) {
		length++;
	}

	return length;
};
