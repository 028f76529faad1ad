import process from 'node:process';
import {describe, expect, it} from 'vitest';
import {captureConsole, captureStderr} from '../../source/terminal/console-capture.js';

describe('captureConsole and captureStderr', () => {
	it('take the console, stderr and the warnings of Node.js, and give everything back', async () => {
		const before = [console.log, console.warn, process.stderr.write, ...process.listeners('warning')];
		const heard: string[] = [];
		const hear = (text: string) => {
			heard.push(text);
		};
		const releases = [captureConsole(hear), captureStderr(hear)];
		try {
			console.log('a %s', 'log', {of: 1});
			console.warn('a warning');
			process.stderr.write('on stderr\n');
			await new Promise<void>(resolve => {
				process.stderr.write(Buffer.from('as bytes'), () => {
					resolve();
				});
			});
			process.emit('warning', new Error('of Node.js'));
		} finally {
			for (const release of releases) {
				release();
			}
		}

		expect(heard).toEqual(['a log { of: 1 }', 'a warning', 'on stderr\n', 'as bytes', 'Error: of Node.js']);
		expect([console.log, console.warn, process.stderr.write, ...process.listeners('warning')]).toEqual(
			before,
		);
	});
});
