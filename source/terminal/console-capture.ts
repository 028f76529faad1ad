import process from 'node:process';
import {format} from 'node:util';

const methods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

/**
Takes what libraries write to the console, and Node's own warnings, so that nothing of it gets raw into results or
between drawn lines.

@param onText - Gets each piece as it was written. It must not write to the console.
@returns A function that gives everything back.
*/
export const captureConsole = (onText: (text: string) => void): (() => void) => {
	const originals = methods.map(method => [method, console[method]] as const);
	for (const method of methods) {
		console[method] = (...values: readonly unknown[]) => {
			onText(format(...values));
		};
	}

	const warningListeners = process.listeners('warning');
	const onWarning = (warning: Error) => {
		onText(`${warning.name}: ${warning.message}`);
	};
	process.removeAllListeners('warning');
	process.on('warning', onWarning);

	return () => {
		for (const [method, original] of originals) {
			console[method] = original;
		}

		process.off('warning', onWarning);
		for (const listener of warningListeners) {
			process.on('warning', listener);
		}
	};
};

/**
Takes what is written to stderr past the console. Under a full-screen app such a line would stay where it fell, as only
lines that change are drawn again.

@param onText - Gets each piece as it was written. It must not write to stderr.
@returns A function that gives stderr back.
*/
export const captureStderr = (onText: (text: string) => void): (() => void) => {
	const {stderr} = process;
	const hadOwnWrite = Object.hasOwn(stderr, 'write');
	const originalWrite = stderr.write;
	stderr.write = (chunk: Uint8Array | string, ...rest: readonly unknown[]) => {
		onText(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
		const done = rest.find(value => typeof value === 'function');
		done?.();
		return true;
	};

	return () => {
		if (hadOwnWrite) {
			stderr.write = originalWrite;
		} else {
			delete (stderr as {write?: unknown}).write;
		}
	};
};
