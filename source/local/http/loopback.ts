/**
Whether a Host header names this machine and this port. A web page whose name was made to point here (DNS rebinding)
sends its own name, and is refused.
*/
export const isOwnHost = (host: string | undefined, port: number | undefined): boolean =>
	host !== undefined && loopbackNames.some(name => host.toLowerCase() === `${name}:${port}`);

/**
An address on this machine. The local server never reaches out of it.
*/
export const isLoopbackUrl = (address: string): boolean => {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	return (
		url !== undefined &&
		(url.protocol === 'http:' || url.protocol === 'https:') &&
		(loopbackNames.includes(url.hostname) || /^127(?:\.\d+){3}$/v.test(url.hostname))
	);
};

const loopbackNames: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
