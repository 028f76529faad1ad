import {readdir} from 'node:fs/promises';
import {Readable} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import {describe, expect, it, onTestFinished, vi} from 'vitest';
import {createAudioStore} from '../../../source/local/batch/audio-store.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

const never = new AbortController().signal;

/**
A store of which everything that has a name would be in the folder.
*/
const openStore = async (limit?: number) => {
	const folder = await temporaryFolder();
	vi.stubEnv('TMPDIR', folder.path);
	const store = createAudioStore(limit);
	onTestFinished(async () => {
		await store.close();
		vi.unstubAllEnvs();
		await folder[Symbol.asyncDispose]();
	});
	const keep = (text: string, options: {readonly mostBytes?: number} = {}) =>
		store.keep(Readable.from([Buffer.from(text)]), {contentType: 'audio/wav', signal: never, ...options});
	return {store, keep, names: () => readdir(folder.path)};
};

describe('createAudioStore', () => {
	it('keeps audio in a file without a name, which the system removes with the process', async () => {
		const {keep, names} = await openStore();
		const audio = await keep('speech');
		expect(await names()).toEqual([]);
		expect(String(await buffer(audio.open()))).toBe('speech');
		expect(audio).toMatchObject({contentType: 'audio/wav', byteCount: 6});
	});

	it('reads from the start each time, also where a reader leaves early or reads at the same time', async () => {
		const {keep} = await openStore();
		const audio = await keep('x'.repeat(200_000));
		for await (const piece of audio.open()) {
			expect(piece.length).toBeGreaterThan(0);
			break;
		}

		const [first, second] = await Promise.all([buffer(audio.open()), buffer(audio.open())]);
		expect(first).toHaveLength(200_000);
		expect(second).toEqual(first);
	});

	it('takes empty audio', async () => {
		const {keep} = await openStore();
		expect(await buffer((await keep('')).open())).toHaveLength(0);
	});

	it('keeps nothing of what breaks off or is aborted', async () => {
		const {store, names} = await openStore();
		const broken = new Readable({read() {}});
		const keeping = store.keep(broken, {contentType: '', signal: never});
		broken.push('half');
		broken.destroy(new Error('It broke off.'));
		await expect(keeping).rejects.toThrow('It broke off.');

		const aborted = store.keep(new Readable({read() {}}), {
			contentType: '',
			signal: AbortSignal.abort(new Error('Stop.')),
		});
		await expect(aborted).rejects.toThrow();
		expect(await names()).toEqual([]);
	});

	it('takes no more than it may', async () => {
		const {keep} = await openStore();
		expect((await keep('speech', {mostBytes: 6})).byteCount).toBe(6);
		await expect(keep('speech', {mostBytes: 5})).rejects.toThrow('it is larger than 5 bytes');
	});

	it('says what the system says where there is no room for files', async () => {
		const {keep} = await openStore();
		vi.stubEnv('TMPDIR', '/dev/null/nowhere');
		await expect(keep('speech')).rejects.toMatchObject({code: 'ENOTDIR'});
	});

	it('cannot read what has been removed', async () => {
		const {store, keep} = await openStore();
		const [removed, closed] = [await keep('one'), await keep('two')];
		await removed.remove();
		await removed.remove();
		expect(removed.isGone()).toBe(true);
		await expect(buffer(removed.open())).rejects.toMatchObject({code: 'EBADF'});
		expect(closed.isGone()).toBe(false);
		await store.close();
		expect(closed.isGone()).toBe(true);
	});

	it('forgets the oldest of the jobs that have ended, never one that runs', async () => {
		const {store, keep} = await openStore(2);
		const running = await keep('running');
		const ended = [await keep('1'), await keep('2'), await keep('3')];
		for (const audio of ended) {
			await store.retire(audio);
		}

		expect(ended.map(audio => audio.isGone())).toEqual([true, false, false]);
		expect(running.isGone()).toBe(false);
	});
});
