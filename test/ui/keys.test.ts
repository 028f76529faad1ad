import {describe, expect, it} from 'vitest';
import {initialRunState} from '../../source/core/run-state.js';
import type {RealTimeEvent} from '../../source/core/transcript-event.js';
import {keyMap} from '../../source/ui/key-map.js';
import {inputStatus} from '../../source/ui/panes/input-head.js';
import {driveApp} from '../helpers/app-driver.js';
import {noInputs, twoInputs} from '../helpers/inputs.js';
import {word} from '../helpers/words.js';

const final = (text: string, atSeconds: number) =>
	({
		type: 'run-event',
		event: {
			mode: 'real-time',
			receivedMs: atSeconds * 1000,
			event: {
				type: 'final',
				words: [word(text, atSeconds, atSeconds + 0.5, `S${atSeconds}`)],
				startSeconds: atSeconds,
				endSeconds: atSeconds + 0.5,
			},
		},
	}) as const;

const ended = {type: 'run-ended', accuracy: {}} as const;

describe('the key map', () => {
	it('names no key twice in a group', () => {
		for (const {title, bindings} of keyMap) {
			const keys = bindings.flatMap(binding => binding.keys);
			expect(new Set(keys).size, title).toBe(keys.length);
		}
	});

	it('says of each key what it does', () => {
		for (const {label, help} of keyMap.flatMap(({bindings}) => bindings)) {
			expect(typeof label === 'string' ? label : 'of the moment').toMatch(/^\S.{0,20}$/);
			expect(help.length).toBeGreaterThan(3);
		}
	});
});

describe('the keys of a run', () => {
	it('go from pane to pane, and round', () => {
		const app = driveApp();
		app.run();
		const visited = ['', 'tab', 'tab', 'tab', 'shift+tab'].map(key => {
			app.press(key);
			return app.state().split.focus;
		});
		expect(visited).toEqual(['real-time', 'comparison', 'batch', 'real-time', 'batch']);
	});

	it('scroll the pane in focus, which then stays there while words arrive, until the end is reached again', () => {
		const app = driveApp();
		app.run();
		for (let second = 1; second <= 40; second++) {
			app.dispatch(final('word', second));
		}

		app.press('k', 'k');
		const {top} = app.state().split.scrolls['real-time'];
		app.dispatch(final('more', 41));
		expect(app.state().split.scrolls['real-time']).toEqual({isFollowing: false, top});
		app.press('G');
		expect(app.state().split.scrolls['real-time'].isFollowing).toBe(true);
	});

	it('find the same word again when the terminal gets narrower', () => {
		const app = driveApp();
		app.run();
		for (let second = 1; second <= 40; second++) {
			app.dispatch(final('a word or two', second));
		}

		app.press('g', 'j', 'j', 'j');
		app.dispatch({type: 'resized', size: {columns: 60, rows: 40}});
		const {texts, split} = app.state();
		expect(texts['real-time']?.settled.at(split.scrolls['real-time'].top)?.label).toBe('S4');
	});

	it('explain the chosen row of the table, and close that with esc', () => {
		const app = driveApp();
		app.run();
		app.press('tab', 'j', '?');
		expect(app.state().split).toMatchObject({selectedRow: 1, dialog: {type: 'row-help'}});
		app.press('esc');
		expect(app.state().split.dialog).toBeUndefined();
		expect(app.state().screens.at(-1)).toBe('run');
	});

	it('export the transcript in focus in the chosen format', () => {
		const app = driveApp();
		app.run();
		app.dispatch(final('word', 1));
		app.press('e', 'j', 'enter');
		expect(app.asked).toEqual(['export real-time srt']);
	});

	it('export no transcript that has no text yet', () => {
		const app = driveApp();
		app.run();
		app.dispatch(final('word', 1));
		app.press('e', 'tab', 'enter');
		expect(app.asked).toEqual([]);
		expect(app.hints()).toContain('There is no text of batch yet to export: tab has the other transcript.');
		app.press('tab', 'enter');
		expect(app.asked).toEqual(['export real-time txt']);
	});

	it('say why a key does nothing now, and leave it out of the hints', () => {
		const app = driveApp();
		app.run();
		expect(app.hints()).not.toContain('differences');
		app.press('d');
		expect(app.hints()).toBe(' Differences are known when both modes are done.');
		app.press('x');
		expect(app.hints()).toContain('s stop'); // A notice stands until the next key.
		app.dispatch(ended);
		expect(app.hints()).not.toContain('s stop');
		expect(app.hints()).toContain('r again');
	});

	it('stop the stream at the first Ctrl-C and leave at the second', () => {
		const app = driveApp();
		app.run();
		app.press('ctrl+c');
		expect(app.asked).toEqual(['stop']);
		app.dispatch({type: 'run-stopping'});
		app.press('ctrl+c');
		expect(app.asked).toEqual(['stop', 'quit']);
	});

	it('leave a batch job at the first Ctrl-C, as it has no stream to finish', () => {
		const app = driveApp();
		app.run('batch');
		app.press('s');
		expect(app.hints()).toContain('no stream to finish');
		app.press('ctrl+c');
		expect(app.asked).toEqual(['quit']);
	});

	it('keep a run that goes on: esc says so, m opens the modes meanwhile', () => {
		const app = driveApp();
		app.run();
		app.press('esc');
		expect(app.state().screens.at(-1)).toBe('run');
		app.press('m');
		expect(app.state().screens.at(-1)).toBe('modes');
		app.press('esc');
		expect(app.state().screens.at(-1)).toBe('run');
	});
});

describe('the keys of a run on a microphone', () => {
	it('hold the audio and go on with it', () => {
		const app = driveApp();
		app.speak();
		app.press('space', 'space');
		expect(app.asked).toEqual(['pause', 'pause']);
		expect(app.hints()).toContain('space pause');
		app.speak({phase: 'paused'});
		expect(app.hints()).toContain('space go on');
	});

	it('open a lost microphone again, and only then', () => {
		const app = driveApp();
		app.speak({phase: 'lost'});
		expect(app.hints()).toContain('o open again');
		app.press('o');
		expect(app.asked).toEqual(['reopen undefined']);
		app.dispatch(ended);
		expect(app.hints()).not.toContain('open again');
		app.speak();
		expect(app.hints()).not.toContain('open again');
		app.press('o');
		expect(app.hints()).toBe(' The microphone is not lost.');
		expect(app.asked).toHaveLength(1);
	});

	it('choose another microphone from those there are', async () => {
		const app = driveApp(undefined, twoInputs);
		app.speak();
		app.press('i');
		await expect.poll(() => app.state().audio.inputs).toBe(twoInputs);
		app.press('j', 'j', 'k', 'enter');
		expect(app.asked).toEqual(['reopen headset']);
		expect(app.state().split.dialog).toBeUndefined();
	});

	it('point at the microphone in use first, and at the same one where the list comes anew in another order', async () => {
		const app = driveApp(undefined, twoInputs);
		app.speak({title: 'Headset'});
		app.press('i');
		await expect.poll(() => app.state().audio.inputs).toBe(twoInputs);
		const reversed = {...twoInputs, inputs: twoInputs.inputs.toReversed()};
		app.press('k');
		app.dispatch({type: 'audio', event: {type: 'inputs-listed', inputs: reversed}});
		app.press('enter', 'i', 'enter');
		expect(app.asked).toEqual(['reopen desk', 'reopen headset']);
	});

	it('close the choice without one, also where there is none', async () => {
		const app = driveApp();
		app.speak();
		app.press('i');
		await expect.poll(() => app.state().audio.inputs).toBe(noInputs);
		app.press('j', 'enter', 'esc');
		expect(app.asked).toEqual([]);
		expect(app.state().split.dialog).toBeUndefined();
	});

	it('run its recording again once it is over, as a run of a file', () => {
		const app = driveApp();
		app.speak({phase: 'ended', recordingPath: 'recordings/1.wav'});
		app.dispatch(ended);
		expect(app.hints()).toContain('r again');
		app.press('r');
		expect(app.asked).toEqual(['run side-by-side on recordings/1.wav']);
	});

	it('listen anew where no recording is kept, and say so', () => {
		for (const input of [{}, {recordingPath: 'recordings/1.wav', recordedSeconds: 0}]) {
			const app = driveApp();
			app.speak({phase: 'ended', ...input});
			app.dispatch(ended);
			expect(app.hints()).toContain('r listen anew');
			app.press('r');
			expect(app.asked).toEqual(['run side-by-side']);
		}
	});

	it('end the speech, also of a run that is only a batch job', () => {
		for (const mode of ['side-by-side', 'real-time', 'batch'] as const) {
			const app = driveApp();
			app.speak({}, mode);
			app.press('s');
			expect(app.asked).toEqual(['stop']);
		}
	});

	it('do nothing to audio that has ended, and say so', () => {
		const app = driveApp();
		app.speak({phase: 'ended'});
		for (const [key, reason] of [
			['space', 'There is no audio to hold any more.'],
			['i', 'The speech has ended.'],
			['o', 'The microphone is not lost.'],
		] as const) {
			app.press(key);
			expect(app.hints()).toBe(` ${reason}`);
		}

		expect(app.asked).toEqual([]);
	});

	it('change no input of a run on a file, whose audio can be held all the same', () => {
		const app = driveApp();
		app.run();
		app.press('i');
		expect(app.hints()).toBe(' Only a run on a microphone has an input to change.');
		app.press('space');
		expect(app.asked).toEqual(['pause']);
	});

	it('hold no batch job on a file', () => {
		const app = driveApp();
		app.run('batch');
		app.press('space');
		expect(app.hints()).toBe(' There is no audio to hold: a batch job goes on by itself.');
		expect(app.asked).toEqual([]);
	});
});

describe('another run', () => {
	const openChooser = ['m', '1'];

	it('does not begin while a microphone is on, whose speech would be lost, and the way to it is said', () => {
		for (const input of [{}, {phase: 'listening'}, {phase: 'paused'}, {phase: 'lost'}] as const) {
			const app = driveApp();
			app.speak(input);
			app.press(...openChooser, 'enter');
			expect(app.asked).toEqual([]);
			expect(app.hints()).toBe(' The microphone is still on: esc leads back to the run, s ends it there.');
			app.press('esc', 'esc', 's');
			expect(app.asked).toEqual(['stop']);
		}
	});

	it('does not begin while what was spoken becomes text, nor in the place of it by u', () => {
		const app = driveApp();
		app.speak();
		app.dispatch({
			type: 'modes',
			event: {type: 'earlier-runs-found', note: 'Broken off: a.wav.', canResume: true},
		});
		app.press('m', 'u');
		expect(app.hints()).toContain('The microphone is still on');
		app.dispatch({type: 'run-stopping'});
		app.speakOn({phase: 'ended'});
		app.press('u');
		expect(app.hints()).toBe(' What was spoken is still being transcribed: esc leads back to it.');
		app.press('1', 'enter');
		expect(app.asked).toEqual([]);
		app.dispatch(ended);
		app.press('enter');
		expect(app.asked).toEqual(['run side-by-side']);
	});

	it('takes the place of one on a file, which can be had again', () => {
		const app = driveApp();
		app.run();
		app.press(...openChooser, 'enter');
		expect(app.asked).toEqual(['run side-by-side']);
	});
});

describe('the mode picker in front of a run', () => {
	it('names the way back first, also where there is little room', () => {
		const app = driveApp({columns: 40, rows: 10});
		app.run();
		app.press('m');
		expect(app.hints()).toMatch(/^ esc back to the run /);
		app.press('esc');
		expect(app.state().screens.at(-1)).toBe('run');
	});

	it('is under the chooser again once the run that was between them is over', () => {
		const app = driveApp();
		app.press('1');
		app.run();
		app.press('m', 'esc');
		app.dispatch(ended);
		app.press('esc', 'esc');
		expect(app.state().screens).toEqual(['modes']);
	});

	it('names none where there is no run', () => {
		const app = driveApp();
		expect(app.hints()).not.toContain('esc');
	});
});

describe('a run that is being finished', () => {
	const realTime = (event: RealTimeEvent) =>
		({type: 'run-event', event: {mode: 'real-time', receivedMs: 1, event}}) as const;
	const finishing = ' Finishing: the last words are on their way. Ctrl-C again leaves at once.';

	it('says so until the last words have come, and no longer', () => {
		const app = driveApp();
		app.run();
		app.dispatch(realTime({type: 'begun'}));
		app.dispatch({type: 'run-stopping'});
		expect(app.hints()).toBe(finishing);
		app.press('s');
		expect(app.hints()).toContain('Stopping already');
		app.press('x');
		app.dispatch(realTime({type: 'finished'}));
		expect(app.hints()).not.toContain('Finishing');
	});

	it('does not say so of the batch job after the speech', () => {
		const app = driveApp();
		app.speak();
		app.dispatch(realTime({type: 'begun'}));
		app.dispatch({type: 'run-stopping'});
		expect(app.hints()).toBe(finishing);
		app.speak({phase: 'ended'});
		app.dispatch({type: 'run-stopping'});
		expect(app.hints()).not.toContain('Finishing');
	});

	it('has no stream to hold or to stop where only its batch job goes on', () => {
		const app = driveApp();
		app.run();
		app.dispatch(realTime({type: 'finished'}));
		app.press('space');
		expect(app.hints()).toBe(' There is no audio to hold any more.');
		app.press('s');
		expect(app.hints()).toBe(' A batch job has no stream to finish: q leaves it.');
		app.press('ctrl+c');
		expect(app.asked).toEqual(['quit']);
	});

	it('nor has a run that was broken off and is gone on with', () => {
		const app = driveApp();
		app.run();
		app.dispatch({type: 'run-restored', run: initialRunState});
		app.press('space', 's', 'ctrl+c');
		expect(app.asked).toEqual(['quit']);
	});

	it('is run again only where its audio is known', () => {
		const app = driveApp();
		const resumed = (path: string) => {
			app.dispatch({type: 'run-requested', request: {mode: 'batch', audio: {type: 'file', path}}});
			app.dispatch({type: 'run-restored', run: initialRunState});
			app.dispatch(ended);
			app.press('r');
		};
		resumed('');
		expect(app.asked).toEqual([]);
		expect(app.hints()).toBe(' Of this run there is no file here: m has the modes, to choose other audio.');
		resumed('/audio/standup.wav');
		expect(app.asked).toEqual(['run batch on /audio/standup.wav']);
	});

	it('is not shown as paused, though it was when it was stopped', () => {
		const app = driveApp();
		app.speak({phase: 'paused'});
		const status = () => {
			const {current, theme} = app.state();
			return current && inputStatus(current, theme)?.text;
		};
		expect(status()).toContain('paused');
		app.dispatch({type: 'run-stopping'});
		expect(status()).toBeUndefined();
	});
});

describe('a run that could not begin', () => {
	it('leads back to the audio chooser, which says why', () => {
		const app = driveApp();
		app.dispatch({type: 'mode-picked', mode: 'batch'});
		app.run('batch');
		app.dispatch({
			type: 'run-refused',
			problem: {kind: 'bad-input', message: 'x.wav is empty.', nextStep: 'Record it again.'},
		});
		expect(app.state().screens).toEqual(['modes', 'audio']);
		expect(app.state().current?.problem?.message).toBe('x.wav is empty.');
	});
});

describe('screens', () => {
	it('open on top of each other, and help opens from everywhere', () => {
		const app = driveApp();
		app.press('?');
		expect(app.state().screens).toEqual(['modes', 'help']);
		app.press('esc');
		expect(app.state().screens).toEqual(['modes']);
		app.press('esc');
		expect(app.hints()).toContain('q leaves');
	});
});
