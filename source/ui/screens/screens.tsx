import {type AppContext, contextOf, type ScreenPart} from '../app-context.js';
import {frontScreen} from '../app-state.js';
import {screenSize} from '../layout.js';
import type {ScreenProps} from '../screen.js';
import {AdviceScreen} from './advice.js';
import {AudioScreen} from './audio.js';
import {HelpScreen} from './help.js';
import {ModesScreen} from './modes.js';
import {advicePart, audioPart, helpPart, modesPart, settingsPart} from './parts.js';
import {SettingsScreen} from './settings.js';
import {SplitView} from './split-view.js';

/**
The screen in front. To add one, add its part of the state and a case here.
*/
export const Screen = ({hintRows, ...context}: AppContext & {readonly hintRows: number}) => {
	const propsOf = <State, Event>(part: ScreenPart<State, Event>): ScreenProps<State, Event> => ({
		...contextOf(part, context),
		...screenSize(context.state.size, hintRows),
		theme: context.state.theme,
	});
	switch (frontScreen(context.state)) {
		case 'modes': {
			return <ModesScreen {...propsOf(modesPart)} />;
		}

		case 'audio': {
			return <AudioScreen {...propsOf(audioPart)} />;
		}

		case 'advice': {
			return <AdviceScreen {...propsOf(advicePart)} />;
		}

		case 'settings': {
			return <SettingsScreen {...propsOf(settingsPart)} />;
		}

		case 'run': {
			return <SplitView state={context.state} hintRows={hintRows} />;
		}

		case 'help': {
			return <HelpScreen {...propsOf(helpPart)} />;
		}
	}
};
