/**
The one command that installs the library and its English model here, or where to get them.

On Debian and Ubuntu the tools are named and not the library: each release has them, while the library is called
`libpocketsphinx3` up to Debian 13 and Ubuntu 25.10, and `libpocketsphinx5` after.

@param platform - As Node.js names it.
@param osRelease - The text of `/etc/os-release`, which tells the distributions of Linux apart.
@see https://packages.debian.org/pocketsphinx, https://packages.fedoraproject.org/pkgs/pocketsphinx,
https://formulae.brew.sh/formula/cmu-pocketsphinx
*/
export const installAdvice = (platform: string, osRelease = ''): string => {
	const command = commands.find(({systems}) =>
		systemsOf(platform, osRelease).some(id => systems.includes(id)),
	);
	return command
		? `Install it with: ${command.install}`
		: 'Install PocketSphinx 5 with its English model (https://github.com/cmusphinx/pocketsphinx), then set the paths of its library and of its model.';
};

const commands = [
	{systems: ['debian', 'ubuntu'], install: 'sudo apt install pocketsphinx pocketsphinx-en-us'},
	{systems: ['fedora', 'rhel'], install: 'sudo dnf install pocketsphinx-libs pocketsphinx-models'},
	{systems: ['darwin'], install: 'brew install cmu-pocketsphinx'},
];

/**
The platform, or the distribution of Linux and those it is made from, nearest first.

@see https://www.freedesktop.org/software/systemd/man/latest/os-release.html
*/
const systemsOf = (platform: string, osRelease: string): readonly string[] =>
	platform === 'linux' ? ['ID', 'ID_LIKE'].flatMap(key => setting(osRelease, key).split(/\s+/)) : [platform];

const setting = (osRelease: string, key: string): string =>
	osRelease.match(new RegExp(`^${key}=["']?(?<value>[^"'\n]*)`, 'm'))?.groups?.['value'] ?? '';
