import {once} from 'node:events';
import {startDuet} from './duet.js';

/**
Starts `duet serve` and reads from what it prints where it is and with which key.
*/
export const startServer = async (...arguments_: readonly string[]) => {
	const child = startDuet(['serve', ...arguments_]);
	let printed = '';
	await new Promise<void>((resolve, reject) => {
		child.stdout?.setEncoding('utf8').on('data', (text: string) => {
			printed += text;
			if (printed.includes('Ctrl-C stops it.')) {
				resolve();
			}
		});
		child.once('close', () => {
			reject(new Error(`duet serve ended: ${printed}`));
		});
	});
	const read = (label: string): string => new RegExp(`^ +${label} +(\\S+)$`, 'm').exec(printed)?.[1] ?? '';
	const exited = once(child, 'close');
	return {
		printed,
		apiKey: read('API key'),
		batchUrl: read('Batch'),
		realTimeUrl: read('Real-time'),
		managementUrl: read('Temporary keys'),

		/**
		@returns The exit code.
		*/
		async stop(): Promise<unknown> {
			child.kill('SIGINT');
			const [exitCode] = await exited;
			return exitCode;
		},
	};
};
