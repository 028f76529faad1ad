/**
What an error message may say about the service that was asked. The key itself is not in here.
*/
export type Service = {
	/**
	Host and, where it is unusual, port.
	*/
	readonly host: string;

	/**
	The last four characters of the key that was used; missing where none was.
	*/
	readonly keyEnding?: string;
};

/**
A service, named by its address and the end of the key. A key too short to hide anything else is not shown at all.
*/
export const describeService = (url: string, apiKey?: string): Service => ({
	host: new URL(url).host,
	...(apiKey && {keyEnding: secretEnding(apiKey) || '****'}),
});

/**
The four characters of a secret that may be shown, or none of one that is too short.
*/
export const secretEnding = (secret: string): string => (secret.length > 8 ? secret.slice(-4) : '');
