import {apiKey} from './api-key.js';
import type {Check} from './check.js';
import {clock} from './clock.js';
import {engine} from './engine.js';
import {localServer} from './local-server.js';
import {microphone} from './microphone.js';
import {node} from './node.js';
import {recognisers} from './recognisers.js';
import {settings} from './settings.js';
import {storage} from './storage.js';
import {terminal} from './terminal.js';

/**
Every check, in the order in which they are shown.
*/
export const checks: readonly Check[] = [
	node,
	terminal,
	microphone,
	apiKey,
	engine,
	localServer,
	recognisers,
	clock,
	settings,
	storage,
];
