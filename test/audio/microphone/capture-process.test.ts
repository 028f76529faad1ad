import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {promisify} from 'node:util';
import {describe, expect, it, onTestFinished, vi} from 'vitest';
import {startCaptureProcess} from '../../../source/audio/microphone/capture-process.js';
import {childScript} from '../../../source/child-script.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';
import {startVirtualMicrophone, virtualMicrophoneObstacle} from '../../helpers/virtual-microphone.js';

/**
A program that starts a capture process as Duet does, says when audio comes, and cleans up nothing.
*/
const carelessParent = `
	const [script, backend] = process.argv.slice(1);
	const stdio = ['ignore', 'ignore', 'ignore', 'ipc'];
	const child = require('node:child_process').fork(script, {stdio, serialization: 'advanced', detached: true});
	child.on('message', ({type}) => type === 'frame' && console.log(type));
	child.send({type: 'open', backend});
`;

const obstacle = virtualMicrophoneObstacle();

it.runIf(process.platform === 'linux')(
	'knows nothing of the key: no library and no program of the system needs it',
	async () => {
		const folder = await temporaryFolder();
		onTestFinished(() => folder[Symbol.asyncDispose]());
		const capture = startCaptureProcess(
			{
				childScript: childScript('capture-child'),
				logFile: path.join(folder.path, 'native.log'),
				environment: {...process.env, SPEECHMATICS_API_KEY: 'key-of-thirty-characters-3f9c', OTHER: 'known'},
			},
			{onMessage() {}, onExit() {}},
		);
		onTestFinished(() => capture.close());
		const environment = () => readFile(`/proc/${capture.pid}/environ`, 'utf8');
		await expect.poll(environment).toContain('OTHER=known');
		expect(await environment()).not.toContain('key-of-thirty');
	},
);

describe.skipIf(obstacle)(`a capture process${obstacle ? ` (left out: ${obstacle})` : ''}`, () => {
	it.each(['naudiodon', 'pvrecorder', 'arecord'])(
		'gives the microphone back when its parent is killed: %s',
		async backend => {
			const virtual = await startVirtualMicrophone();
			onTestFinished(() => virtual[Symbol.asyncDispose]());
			const recordings = async () => {
				const {stdout} = await promisify(execFile)('pactl', ['list', 'short', 'source-outputs'], {
					env: virtual.environment,
				});
				return stdout
					.trim()
					.split('\n')
					.filter(line => line !== '' && !line.includes('module-remap-source')).length;
			};

			const parent = spawn(process.execPath, ['-e', carelessParent, childScript('capture-child'), backend], {
				env: virtual.environment,
				stdio: ['ignore', 'pipe', 'inherit'],
			});
			onTestFinished(() => {
				parent.kill('SIGKILL'); // Also where nothing comes.
			});
			await once(parent.stdout, 'data');
			expect(await recordings()).toBe(1);
			parent.kill('SIGKILL');
			await vi.waitFor(async () => expect(await recordings()).toBe(0), {timeout: 15_000, interval: 20});
		},
	);
});
