/**
Ink's hello world, bundled as Duet is: what any Ink program costs.
*/
import {render, Text} from 'ink';

render(<Text>Hello, world</Text>, {alternateScreen: true, incrementalRendering: true, patchConsole: false});
