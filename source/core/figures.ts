/**
A duration for people: seconds with one decimal, and two below a tenth, so that short phases do not all read 0.0.

@param milliseconds - May be negative: a word can be shown before the engine's estimate of its end.
*/
export const secondsText = (milliseconds: number): string => {
	const seconds = milliseconds / 1000;
	return `${seconds.toFixed(Math.abs(seconds) < 0.1 ? 2 : 1)} s`;
};

/**
A length of audio as `0:41`, `12:05` or `8:00:00`.
*/
export const lengthText = (seconds: number): string => {
	const whole = Math.floor(seconds);
	const twoDigits = (value: number) => String(value).padStart(2, '0');
	const hours = Math.floor(whole / 3600);
	const minutes = Math.floor(whole / 60) % 60;
	return hours > 0
		? `${hours}:${twoDigits(minutes)}:${twoDigits(whole % 60)}`
		: `${minutes}:${twoDigits(whole % 60)}`;
};

/**
An amount in US dollars. Small ones keep four decimals: a minute of audio costs less than a cent.
*/
export const usdText = (usd: number): string => `$${usd.toFixed(usd !== 0 && Math.abs(usd) < 1 ? 4 : 2)}`;

/**
A price, with the cents always and a tenth of a cent where there is one: `$0.40`, `$0.129`.
*/
export const priceText = (usd: number): string => `$${usd.toFixed(3).replace(/0$/, '')}`;

/**
@param ratio - 1 is 100 %.
*/
export const percentText = (ratio: number): string => `${(ratio * 100).toFixed(1)} %`;

/**
A count with its noun: `1 word`, `118 words`.
*/
export const countText = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/**
A number of bytes in the unit that fits, in steps of 1000.
*/
export const bytesText = (bytes: number): string => {
	const units = ['B', 'kB', 'MB', 'GB'];
	let value = bytes;
	let unit = 0;
	while (value >= 999.5 && unit < units.length - 1) {
		value /= 1000;
		unit++;
	}

	return `${unit === 0 || value >= 99.95 ? value.toFixed(0) : value.toFixed(1)} ${units[unit]}`;
};

/**
Decibels below full scale, such as `−18 dB`; silence to the last bit is `−∞ dB`.
*/
export const decibelText = (decibels: number): string =>
	`${decibels === Number.NEGATIVE_INFINITY ? '−∞' : String(Math.round(decibels)).replace('-', '−')} dB`;
