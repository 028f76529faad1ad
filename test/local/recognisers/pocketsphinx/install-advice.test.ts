import {describe, expect, it} from 'vitest';
import {installAdvice} from '../../../../source/local/recognisers/pocketsphinx/install-advice.js';

const apt = 'Install it with: sudo apt install pocketsphinx pocketsphinx-en-us';
const dnf = 'Install it with: sudo dnf install pocketsphinx-libs pocketsphinx-models';

describe('installAdvice', () => {
	it.each([
		['Debian', 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n', apt],
		['Ubuntu', 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n', apt],
		['Linux Mint', 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', apt],
		['Fedora', 'ID=fedora\nVERSION_ID=43\n', dnf],
		['Rocky Linux', 'ID="rocky"\nID_LIKE="rhel centos fedora"\n', dnf],
		['Nobara', "ID='nobara'\nID_LIKE='fedora'\n", dnf],
	])('gives the one command for %s', (_, osRelease, command) => {
		expect(installAdvice('linux', osRelease)).toBe(command);
	});

	it('gives the one command for macOS', () => {
		expect(installAdvice('darwin')).toBe('Install it with: brew install cmu-pocketsphinx');
	});

	it.each([
		['a distribution without a package', 'linux', 'ID=arch\n'],
		['a distribution without a name', 'linux', ''],
		['a name that only contains that of Debian', 'linux', 'ID=notdebian\nVARIANT_ID=debian\n'],
		['Windows', 'win32', ''],
		['Debian’s file on another system', 'freebsd', 'ID=debian\n'],
	])('leads to the project’s page for %s', (_, platform, osRelease) => {
		expect(installAdvice(platform, osRelease)).toMatch(
			/https:\/\/github\.com\/cmusphinx\/pocketsphinx.*set the paths/,
		);
	});
});
