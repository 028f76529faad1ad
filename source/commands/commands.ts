import {app} from './app.js';
import {batch} from './batch.js';
import type {Command} from './command.js';
import {compare} from './compare.js';
import {devices} from './devices.js';
import {doctor} from './doctor.js';
import {exportTranscript} from './export.js';
import {history} from './history.js';
import {live} from './live.js';
import {resume} from './resume.js';
import {serve} from './serve.js';
import {show} from './show.js';

/**
Every command. The first is what `duet` alone does.
*/
export const commands: readonly [Command, ...Command[]] = [
	app,
	batch,
	live,
	compare,
	serve,
	devices,
	doctor,
	history,
	show,
	exportTranscript,
	resume,
];
