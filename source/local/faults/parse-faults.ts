import {ProblemError} from '../../core/problem.js';
import {faultNamed, faults} from './catalogue.js';
import type {Fault} from './fault.js';
import {parsePlace, printPlace} from './fault-place.js';
import type {FaultSpec, Place} from './fault-spec.js';
import {describeValue, parseValue, printValue} from './fault-value.js';

/**
Reads an order of faults: `name`, and where they are wanted `=value`, `@place`, `~chance%` and `×times` (or `xtimes`), in
this order; several with commas between them.

@param shownName - What the text is called where something is wrong with it, such as `--fault`.
@throws {ProblemError} Of kind `bad-input`, with what is allowed.
*/
export const parseFaults = (text: string, shownName = 'The fault'): readonly FaultSpec[] =>
	text.split(',').map(part => parseFault(part.trim(), shownName));

/**
The order as it is written; parsed again it is the same.
*/
export const printFault = ({name, value, place, chancePercent, mostTimes}: FaultSpec): string =>
	[
		name,
		value ? `=${printValue(value)}` : '',
		place ? `@${printPlace(place)}` : '',
		chancePercent < 100 ? `~${chancePercent}%` : '',
		mostTimes < Number.POSITIVE_INFINITY ? `×${mostTimes}` : '',
	].join('');

const pattern =
	/^(?<name>[a-z\d\-]+?)(?:=(?<value>[^=@~×]+?))?(?:@(?<place>[^=@~×]+?))?(?:~(?<chance>\d{1,3}(?:\.\d{1,9})?)%)?(?:[x×](?<times>\d{1,9}))?$/v;

const parseFault = (text: string, shownName: string): FaultSpec => {
	const parts = pattern.exec(text)?.groups;
	const fault = faultNamed(parts?.['name'] ?? '');
	if (!parts || !fault) {
		throw wrong(
			text === '' ? `${shownName} needs the name of a fault.` : `${shownName} cannot be “${text}”.`,
			parts
				? `The faults are ${new Intl.ListFormat('en').format(faults.map(({name}) => name))}.`
				: 'Write name=value@place~chance%×times, such as drop@12s, 503~10% or 429=2s@create×3.',
		);
	}

	const chancePercent = Number(parts['chance'] ?? 100);
	const mostTimes = Number(parts['times'] ?? Number.POSITIVE_INFINITY);
	if (!(chancePercent > 0 && chancePercent <= 100) || mostTimes === 0) {
		throw wrong(
			`${shownName} cannot be “${text}”: it would never happen, or more often than always.`,
			'Give a chance above 0 % and up to 100 %, and a number of times from 1 on.',
		);
	}

	const value = readValue(parts['value'], fault, shownName);
	const place = readPlace(parts['place'], fault, shownName);
	return {name: fault.name, ...(value && {value}), ...(place && {place}), chancePercent, mostTimes};
};

const readValue = (text: string | undefined, {name, value: rule}: Fault, shownName: string) => {
	if (text === undefined) {
		return undefined;
	}

	const value = rule && parseValue(text, rule);
	if (!value) {
		throw wrong(
			`${shownName} ${name} cannot be given the value “${text}”.`,
			rule ? `It takes ${describeValue(rule)}.` : 'It takes none.',
		);
	}

	return value;
};

const readPlace = (text: string | undefined, fault: Fault, shownName: string): Place | undefined => {
	if (text === undefined) {
		return undefined;
	}

	const place = parsePlace(text);
	if (!place || !canHappenAt(fault, place)) {
		throw wrong(`${shownName} ${fault.name} cannot happen at “${text}”.`, placesOf(fault));
	}

	return place;
};

const canHappenAt = (fault: Fault, place: Place): boolean =>
	fault.layer === 'http'
		? place.type === 'request' && fault.occasions.includes(place.occasion)
		: fault.byDefault !== undefined && place.type !== 'request';

const placesOf = (fault: Fault): string => {
	if (fault.layer === 'http') {
		return `Its places are the requests ${new Intl.ListFormat('en').format(fault.occasions)}.`;
	}

	return fault.byDefault === undefined
		? 'It is the way of a whole session; leave the place out.'
		: 'Its places are open, start, words, a time of audio such as 12s or 2s..20s, a time since the socket opened such as 12s-open, and a number of messages such as 40messages.';
};

const wrong = (message: string, nextStep: string): ProblemError =>
	new ProblemError({kind: 'bad-input', message, nextStep});
