import {expect, it} from 'vitest';
import type {CommandContext} from '../../source/commands/command.js';
import {serve} from '../../source/commands/serve.js';
import {checkContext} from '../helpers/check-context.js';

it('a server that is stopped while it starts does not stay', async () => {
	const {values} = await checkContext({DUET_RECOGNISER: 'replay'});
	const written: string[] = [];
	const context = {
		values,
		signals: {stop: AbortSignal.abort()},
		output: {write: (text: string) => written.push(text)},
	} as unknown as CommandContext;
	expect(await serve.run(context)).toBe(0);
	expect(written.join('')).toContain('Ctrl-C stops it.');
});
