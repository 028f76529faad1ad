/**
Keys as people write them: arrows as signs where there are any, and runs of digits as a range.
*/
export const keyTexts = (keys: readonly string[], hasArrows: boolean): readonly string[] => {
	const digits = keys.filter(key => /^\d$/v.test(key));
	const isRange = digits.length > 2;
	return keys.flatMap(key => {
		if (isRange && digits.includes(key)) {
			return key === digits[0] ? [`${digits[0]}-${digits.at(-1)}`] : [];
		}

		return [(hasArrows ? arrows[key] : undefined) ?? names[key] ?? key];
	});
};

const arrows: Readonly<Record<string, string>> = {up: '↑', down: '↓', left: '←', right: '→'};

const names: Readonly<Record<string, string>> = {'page-up': 'pgup', 'page-down': 'pgdn'};
