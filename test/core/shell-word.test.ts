import {expect, it} from 'vitest';
import {shellWord} from '../../source/core/shell-word.js';

it.each([
	['/home/me/.config/duet/settings.json', '/home/me/.config/duet/settings.json'],
	['/Users/me/Library/Application Support/duet', "'/Users/me/Library/Application Support/duet'"],
	["/home/Tom's/.env", "'/home/Tom'\\''s/.env'"],
	['/home/$HOME/`x`;y', "'/home/$HOME/`x`;y'"],
	['~/duet', "'~/duet'"],
	['', "''"],
])('%s is %s to a shell', (text, word) => {
	expect(shellWord(text)).toBe(word);
});
