import type {Mode, RunMode} from '../core/mode.js';
import type {Problem} from '../core/problem.js';
import type {TranscriptionOptions} from '../core/transcription-options.js';

/**
What the app can ask of the world. The view never connects, reads or writes by itself.

What belongs to a run comes back as events in the store; what a screen asks for comes back as a promise. Neither
rejects: a failure is a value.
*/
export type Actions = {
	/**
	Starts a run on an audio file, on the bundled sample or on a microphone. A run that goes on is aborted first: the keys do not
	ask for it where that would lose what was spoken.
	*/
	readonly startRun: (request: RunRequest) => void;

	/**
	Goes on with the run that an earlier Duet has left.
	*/
	readonly resumeRun: () => void;

	/**
	Ends the stream in good order and keeps the text; a batch job goes on.
	*/
	readonly stopRun: () => void;

	/**
	Holds the audio, and goes on with it: what is said meanwhile is neither sent nor recorded.
	*/
	readonly togglePause: () => void;

	/**
	Opens a lost microphone again, or another one in its place, while the run goes on.

	@param device - Its id; without one the same as before.
	*/
	readonly reopenInput: (device?: string) => void;

	/**
	The microphones there are.
	*/
	readonly listInputs: () => Promise<InputListing>;

	/**
	Writes the transcript of a mode to a file in the folder Duet was started in.
	*/
	readonly exportTranscript: (mode: Mode, formatId: string) => void;

	/**
	Holds the changed settings for the next run and writes them to the settings file.

	@returns What went wrong with the file; the settings hold for this session all the same.
	*/
	readonly saveSettings: (changes: SettingsChanges) => Promise<Problem | undefined>;

	/**
	Completes a path that is being typed, as a shell does.
	*/
	readonly completePath: (typed: string) => Promise<PathCompletion>;

	/**
	The audio files that the user may mean.
	*/
	readonly findAudio: () => Promise<AudioListing>;

	/**
	Leaves. What was transcribed is kept.
	*/
	readonly quit: () => void;
};

/**
A run, as the user asks for it.
*/
export type RunRequest = {
	readonly mode: RunMode;
	readonly audio: RunAudioChoice;
};

/**
Where the audio comes from. A microphone without a device is the system's default, or the one in the settings. The path of a
file is empty where a run is gone on with of which only the service has the audio.
*/
type RunAudioChoice =
	| {readonly type: 'sample'}
	| {readonly type: 'file'; readonly path: string}
	| {readonly type: 'microphone'; readonly device?: string};

/**
The microphones, or why there are none.
*/
export type InputListing =
	| {
			readonly type: 'found';

			/**
			By which way they were found, and why not by a better one.
			*/
			readonly backend: string;
			readonly why?: string;

			/**
			Names are made safe to show. At least one.
			*/
			readonly inputs: ReadonlyArray<{
				readonly id: string;
				readonly name: string;
				readonly isDefault: boolean;
			}>;
	  }
	| {readonly type: 'none'; readonly problem: Problem};

/**
The settings that the app shows and changes.
*/
export type SettingsValues = {
	/**
	`auto` is the cloud where a key is set, else the local engine.
	*/
	readonly engine: 'auto' | 'cloud' | 'local';

	/**
	Of the local engine: a recogniser's id, or `auto` for the one that suits the audio.
	*/
	readonly recogniser: string;
	readonly region: 'eu' | 'us' | 'au' | 'global';
	readonly language: string;
	readonly model: TranscriptionOptions['model'];
	readonly maxDelaySeconds: number;
	readonly diarization: 'none' | 'speaker';

	/**
	The user's own prices. They count before the bundled ones.
	*/
	readonly ownPrices: readonly PriceOverride[];
};

/**
What an hour costs this user. The date is put to it when it is saved.
*/
export type PriceOverride = {
	readonly mode: Mode;
	readonly model: TranscriptionOptions['model'];
	readonly usdPerHour: number;
};

/**
The settings to change. The key is written only when the user asks for exactly that.
*/
export type SettingsChanges = Partial<SettingsValues> & {readonly apiKey?: string};

/**
A typed path with all that is certain added, and what it may go on with.
*/
export type PathCompletion = {
	readonly typed: string;
	readonly completed: string;

	/**
	Names within the folder, folders with a slash at the end.
	*/
	readonly candidates: readonly string[];
};

/**
An audio file to choose.
*/
type AudioEntry = {
	/**
	As it can be opened and is shown: short, with `~` for the home folder.
	*/
	readonly path: string;
	readonly byteCount: number;
};

/**
The files used last, newest first, and those in the folder Duet was started in and below it.
*/
export type AudioListing = {
	readonly recent: readonly AudioEntry[];
	readonly nearby: readonly AudioEntry[];
};
