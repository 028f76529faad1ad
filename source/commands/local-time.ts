/**
As `2026-03-01 14:25`, on the user's clock.

@param iso - As ISO 8601.
*/
export const localTime = (iso: string): string => {
	const date = new Date(iso);
	const twoDigits = (value: number) => String(value).padStart(2, '0');
	const day = [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join('-');
	return `${day} ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
};
