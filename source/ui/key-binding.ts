/**
A key, declared once: what it does, and what the hints line, the help screen and the readme say of it.

@template Context - What {@link KeyBinding.run} works on: the state of a screen and what it can ask for.
*/
export type KeyBinding<Context> = {
	/**
	Names as `keyNames` gives them: `q`, `G`, `space`, `enter`, `esc`, `tab`, `shift+tab`, `up`, `page-up`, `ctrl+c`.
	*/
	readonly keys: readonly string[];

	/**
	For the hints line: one or two words, of what the key does now.
	*/
	readonly label: string | ((context: Context) => string);

	/**
	For the help screen and the readme: a few words more.
	*/
	readonly help: string;

	/**
	Left out of the hints line, as keys are that everybody tries.
	*/
	readonly isHidden?: boolean;

	/**
	Stays in the hints line where there is no room for all.
	*/
	readonly isImportant?: boolean;

	/**
	Why the key does nothing now; shown when it is pressed, and the key is missing from the hints.
	*/
	readonly disabledReason?: (context: Context) => string | undefined;

	/**
	Missing where a component such as the select list hears the key by itself; it is declared for the hints and the help.

	@param key - Which of the keys was pressed: `up` and `down` can be one binding, and so one hint.
	*/
	readonly run?: (context: Context, key: string) => void;
};

/**
Characters that are typed into a field instead of being looked up as keys. Named keys, such as `enter`, are looked up
all the same.
*/
export type TextEntry<Context> = {
	readonly isTyping: (context: Context) => boolean;
	readonly type: (context: Context, text: string) => void;
};
