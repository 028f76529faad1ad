import type {LocalServer} from '../local/server.js';
import type {Command} from './command.js';
import {openLocalServer} from './engines.js';
import {recogniserNote} from './recogniser-note.js';
import {recogniserOptionNames} from './recogniser-options.js';
import {untilAborted} from './until-aborted.js';

/**
The local server for any Speechmatics client, until it is stopped.
*/
export const serve: Command = {
	name: 'serve',
	inputs: '',
	summary: 'the built-in local server, for any Speechmatics client',
	examples: [
		'duet serve',
		'duet serve --port 9000 --job-seconds 1',
		"duet serve --fault 'drop@2s..20s~50%,503~10%,reset=answer@create×1'",
	],
	options: ['port', 'job-seconds', 'fault', 'seed', ...recogniserOptionNames],
	async notes() {
		const {faultHelp} = await import('../local/faults/fault-help.js');
		return faultHelp();
	},
	inputCount: [0, 0],
	async run({values, output, signals}) {
		const server = await openLocalServer(values, undefined, ({number, spec, subject}) => {
			output.note(`Fault ${number}: ${spec}, ${subject}`);
		});
		try {
			output.write(instructions(server, values.fault));
			await untilAborted(signals.stop);
		} finally {
			await server.close();
		}

		return 0;
	},
};

const instructions = (
	{apiKey, batchUrl, realTimeUrl, managementUrl, recogniser, faultSeed}: LocalServer,
	faults: string | undefined,
): string => {
	const origin = new URL(batchUrl).origin;
	const faultLines =
		faults === undefined ? '' : `  Faults          ${faults}\n  Seed            ${faultSeed}\n`;
	return `Duet's local Speechmatics server, recogniser: ${recogniser}
${recogniserNote(recogniser)}
It answers only this machine, and only with this key, which is new at each start.

  API key         ${apiKey}
  Batch           ${batchUrl}
  Real-time       ${realTimeUrl}
  Temporary keys  ${managementUrl}
${faultLines}
JavaScript
  new BatchClient({apiKey: '${apiKey}', apiUrl: '${origin}', appId: 'my-app'})
  new RealtimeClient({url: '${realTimeUrl}'}), then
  client.start(await createSpeechmaticsJWT({type: 'rt', apiKey: '${apiKey}', managementPlatformURL: '${managementUrl}'}), config)

Python
  speechmatics.batch  AsyncClient(api_key="${apiKey}", url="${batchUrl}")
  speechmatics.rt     AsyncClient(api_key="${apiKey}", url="${realTimeUrl}")

Duet
  SPEECHMATICS_API_KEY=${apiKey} duet compare --batch-url ${batchUrl} --rt-url ${realTimeUrl}

Ctrl-C stops it.
`;
};
