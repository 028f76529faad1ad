/**
How letters, signs and numbers are called when they are read out one by one.
*/
export const soundsOfName = (name: string): string =>
	letters.get(name) ?? signs.get(name) ?? (/^\d+$/v.test(name) ? soundsOfNumber(name) : '');

/**
Up to 99 as a number, and longer ones digit by digit.
*/
const soundsOfNumber = (digits: string): string => {
	const number = Number(digits);
	const small = smallNumbers[number];
	if (small !== undefined && !/^0\d/v.test(digits)) {
		return small;
	}

	if (/^[1-9]\d$/v.test(digits)) {
		return [tens[Math.floor(number / 10)], number % 10 > 0 && smallNumbers[number % 10]]
			.filter(Boolean)
			.join(' ');
	}

	return Array.from(digits, digit => smallNumbers[Number(digit)]).join(' ');
};

const table = (rows: string): ReadonlyMap<string, string> =>
	new Map(
		rows
			.trim()
			.split(/\s*[;\n]\s*/v)
			.map(row => [row.slice(0, 1), row.slice(2)]),
	);

const letters = table(`
	a EY; b B IY; c S IY; d D IY; e IY; f EH F; g JH IY; h EY CH; i AY; j JH EY; k K EY; l EH L; m EH M
	n EH N; o OW; p P IY; q K Y UW; r AA R; s EH S; t T IY; u Y UW; v V IY; w D AH B AH L Y UW; x EH K S
	y W AY; z Z IY
`);

const signs = table('& AE N D; + P L AH S; # SH AA R P; % P ER S EH N T; @ AE T');

const list = (row: string): readonly string[] => row.split('; ');

const smallNumbers = list(
	'Z IH R OW; W AH N; T UW; TH R IY; F AO R; F AY V; S IH K S; S EH V AH N; EY T; N AY N; T EH N; ' +
		'IH L EH V AH N; T W EH L V; TH ER T IY N; F AO R T IY N; F IH F T IY N; S IH K S T IY N; ' +
		'S EH V AH N T IY N; EY T IY N; N AY N T IY N',
);

const tens = list(
	'; ; T W EH N T IY; TH ER T IY; F AO R T IY; F IH F T IY; S IH K S T IY; S EH V AH N T IY; EY T IY; N AY N T IY',
);
