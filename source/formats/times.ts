/**
A time in a caption file, such as `01:02:03,456`.

@param separator - Between seconds and milliseconds: a comma in SRT, a point in WebVTT.
*/
export const captionTime = (milliseconds: number, separator: ',' | '.'): string => {
	const [seconds, rest] = [Math.floor(milliseconds / 1000), milliseconds % 1000];
	const fields = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	return fields.map(field => twoDigits(field)).join(':') + separator + String(rest).padStart(3, '0');
};

/**
A time for a reader, such as `2:03` or `1:02:03`.
*/
export const readableTime = (seconds: number): string => {
	const whole = Math.floor(seconds);
	const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
	const start = hours > 0 ? `${hours}:${twoDigits(minutes)}` : `${minutes}`;
	return `${start}:${twoDigits(whole % 60)}`;
};

const twoDigits = (number: number): string => String(number).padStart(2, '0');
